// SPDX-License-Identifier: Apache-2.0
#include "wire/rules_document.hpp"

#include "schema.hpp"
#include "wire/draft.hpp"

#include <boost/json/serialize.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace frontdesk;

namespace {

const intent::file_set& shipped() {
  static const auto files =
      intent::read_files(std::string{FRONTDESK_SOURCE_DIR} + "/intents").value();
  return files;
}
const intent::model& shipped_model() {
  static const auto model = intent::parse(shipped()).model;
  return model;
}

wire::draft draft_of(const std::string& text) {
  wire::draft d;
  d.parts = boost::json::parse(text).as_object();
  return d;
}

std::vector<std::string> paths(const intent::file_set& before, const intent::file_set& after) {
  std::vector<std::string> all;
  for (const auto& c : wire::changes_between(before, after)) all.push_back(c.path);
  return all;
}

std::vector<std::string> paths(const intent::model& before, const intent::model& after) {
  return paths(intent::to_files(before), intent::to_files(after));
}

using lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the shipped rules fit the contract as one document", "[rules_document]") {
  schema::checker checker;
  const auto text = wire::encode_rules(shipped(), 3, {});
  CHECK(checker.fault("rest.schema.json", "Rules", text).empty());
  CHECK(boost::json::parse(text).at("intents").as_array().size() == shipped_model().topics.size());
}

TEST_CASE("a revision is kept with all its files, byte for byte", "[rules_document]") {
  CHECK(wire::files_from_stored(wire::to_stored(shipped())).value() == shipped());
  CHECK(wire::files_from_stored("nonsense").error() == errc::damaged);
}

TEST_CASE("a draft changes what it names and nothing else", "[draft]") {
  const auto& before = shipped_model();
  const auto same = wire::apply(draft_of("{}"), before);
  CHECK(paths(before, same.model).empty());
  const auto facts = wire::apply(draft_of(R"({"facts": {"phone": "410-555-0100"}})"), before);
  CHECK(facts.usable());
  CHECK(paths(before, facts.model) == lines{"facts/phone"});
}

TEST_CASE("a draft replaces, adds and removes whole topics by id", "[draft]") {
  const auto& before = shipped_model();
  auto document = wire::rules_document(intent::to_files(before));
  auto topic = document.at("intents").as_array().front().as_object();
  const std::string id{topic.at("id").as_string()};
  topic["title"].as_object()["en"] = "Another title";
  wire::draft draft;
  draft.parts["intents"] = boost::json::array{topic};
  CHECK(paths(before, wire::apply(draft, before).model) == lines{"intents/" + id + "/title"});

  topic["id"] = "visit.brand_new";
  draft.parts["intents"] = boost::json::array{topic};
  const auto added = wire::apply(draft, before);
  CHECK(paths(before, added.model) == lines{"intents/visit.brand_new"});
  CHECK(added.model.topics.size() == before.topics.size() + 1);

  wire::draft gone;
  gone.parts["removed"] = boost::json::array{"visit.brand_new", "no.such"};
  CHECK(paths(before, wire::apply(gone, added.model).model).empty());
}

TEST_CASE("what is wrong in a draft becomes findings", "[draft]") {
  for (const auto* bad :
       {R"({"facts": 7})", R"({"intents": [{"id": "x"}]})", R"({"settings": {"time_zone": 5}})"}) {
    const auto read = wire::apply(draft_of(bad), shipped_model());
    CHECK_FALSE(read.usable());
  }
}

TEST_CASE("rules that are only written otherwise have not changed", "[rules_document]") {
  const auto& before = shipped_model();
  CHECK(paths(shipped(), intent::to_files(before)).empty());
  auto files = intent::to_files(before);
  files["facts.json"] = boost::json::serialize(boost::json::parse(files["facts.json"]));
  for (auto& [name, text] : files) {
    auto whole = boost::json::parse(text);
    auto* topics = whole.as_object().if_contains("intents");
    if (topics == nullptr) continue;
    for (auto& t : topics->as_array()) {
      auto& topic = t.as_object();
      const auto id = topic.at("id");
      topic.erase("id");
      topic["id"] = id;  // the last key now
      if (topic.count("follow_ups") == 0) topic["follow_ups"] = boost::json::array{};
      for (auto& [language, variants] : topic.at("answers").as_object()) {
        for (auto& v : variants.as_array()) {
          if (v.as_object().count("choices") == 0) v.as_object()["choices"] = boost::json::array{};
        }
      }
    }
    text = boost::json::serialize(whole);
  }
  REQUIRE(intent::parse(files).usable());
  CHECK(paths(shipped(), files).empty());
}

TEST_CASE("a change of meaning is told, however small it is written", "[rules_document]") {
  auto before = shipped_model(), after = before;
  before.settings.hours.reset();
  after.settings.hours.emplace();  // closed every day, which is not "not known"
  CHECK(paths(before, after) == lines{"settings/hours"});
  before = after;
  after.topics.front().examples[intent::language::en].pop_back();
  CHECK(paths(before, after) == lines{"intents/" + after.topics.front().id + "/examples"});
  after = before;
  after.settings.languages = {intent::language::en};
  CHECK(paths(before, after) == lines{"settings/languages"});
}

TEST_CASE("rules that cannot be read are compared as they are written", "[rules_document]") {
  auto broken = shipped();
  broken["facts.json"] = R"({"facts": {"phone": 7}})";
  const auto changed = paths(shipped(), broken);
  CHECK(std::count(changed.begin(), changed.end(), "facts/phone") == 1);
}

TEST_CASE("the history's line counts topics and names the rest", "[rules_document]") {
  const std::vector<wire::rules_change> changes{
      {"intents/visit.book/answers", 1, 2},
      {"intents/visit.book/title", 1, 2},
      {"intents/clinic.cost", nullptr, 1},
      {"intents/clinic.old", 1, nullptr},
      {"facts/phone", nullptr, "1"},
      {"facts/price", nullptr, "2"},
  };
  CHECK(
      wire::summary_of(changes) ==
      "1 topic changed; 1 topic new; 1 topic removed; facts: phone, price"
  );
  CHECK(wire::summary_of({}) == "no difference");
}

// SPDX-License-Identifier: Apache-2.0
#include "wire/rules_document.hpp"

#include "schema.hpp"
#include "wire/draft.hpp"

#include <catch2/catch.hpp>

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

std::vector<std::string> paths(const intent::model& before, const intent::model& after) {
  const auto changes = wire::changes_between(
      wire::rules_document(intent::to_files(before)), wire::rules_document(intent::to_files(after))
  );
  std::vector<std::string> all;
  for (const auto& c : changes) all.push_back(c.path);
  return all;
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

// SPDX-License-Identifier: Apache-2.0
#include "intent/reading.hpp"
#include "unit/app/published_desk.hpp"

#include <boost/json/serialize.hpp>

using namespace frontdesk;
using namespace frontdesk::app;
using Catch::Contains;

TEST_CASE("publishing changes rules, folder and history together", "[publishing]") {
  published_desk d;
  const auto before = d.rules.current();
  const auto topics = d.folder.read("chat.json");
  const auto done = d.publish(R"({"facts": {"phone": "410-555-0100"}})", 1, "we have a phone");
  REQUIRE_FALSE(done.ec);
  CHECK(done.revision == 2);
  CHECK(d.phone() == "410-555-0100");
  CHECK(d.rules.current() != before);
  CHECK(before->revision == 1);  // who still holds the old ones is not disturbed
  CHECK_THAT(d.folder.read("facts.json"), Contains("410-555-0100"));
  CHECK(d.folder.read("chat.json") == topics);
  const auto newest = d.run(d.stored.revision(0)).value();
  CHECK(newest.note == "we have a phone");
  CHECK(newest.summary == "facts: phone");
}

TEST_CASE("of two drafts on one revision the second is told", "[publishing]") {
  published_desk d;
  REQUIRE_FALSE(d.publish(R"({"facts": {"phone": "1"}})", 1).ec);
  CHECK(d.publish(R"({"facts": {"phone": "2"}})", 1).ec == errc::conflict);
  CHECK(d.phone() == "1");
}

TEST_CASE("a faulty draft changes nothing and says what is wrong", "[publishing]") {
  published_desk d;
  const auto files = d.folder.read("facts.json");
  const auto done = d.publish(R"({"intents": [{"id": "visit.new"}]})", 1);
  CHECK(done.ec == errc::bad_request);
  CHECK_FALSE(done.findings.empty());
  CHECK(d.rules.revision() == 1);
  CHECK(d.folder.read("facts.json") == files);
}

TEST_CASE("when the store fails, the folder is as it was", "[publishing]") {
  published_desk d;
  const auto files = d.folder.read("facts.json");
  d.stored.fail_after(0);
  CHECK(d.publish(R"({"facts": {"phone": "1"}})", 1).ec == errc::storage);
  d.stored.fail_after(-1);
  CHECK(d.folder.read("facts.json") == files);
  CHECK(d.rules.revision() == 1);
  CHECK_FALSE(d.publish(R"({"facts": {"phone": "1"}})", 1).ec);
}

TEST_CASE(
    "the history's line counts what changed, not what its file was written anew with",
    "[publishing]"
) {
  published_desk d;
  auto topics = d.folder.read("chat.json");
  const std::string last = "\"action\": \"handoff\"";
  topics.replace(topics.find(last), last.size(), last + ", \"follow_ups\": []");
  d.folder.write("chat.json", topics);
  REQUIRE(d.run(d.rules.take_up()));
  const auto summary = [&d] { return d.run(d.stored.revision(0)).value().summary; };
  CHECK(summary() == "no difference");
  auto thanks = boost::json::parse(topics).at("intents").at(1);
  thanks.at("title").at("en") = "Thank you";
  const boost::json::object draft{{"intents", boost::json::array{thanks}}};
  REQUIRE_FALSE(d.publish(boost::json::serialize(draft), 2).ec);
  CHECK(summary() == "1 topic changed");
}

TEST_CASE("going back is a new revision with the old rules", "[publishing]") {
  published_desk d;
  const auto files = d.folder.read("facts.json");
  REQUIRE_FALSE(d.publish(R"({"facts": {"phone": "1"}})", 1).ec);
  const auto back = d.run(d.rules.roll_back(1, {}));
  REQUIRE_FALSE(back.ec);
  CHECK(back.revision == 3);
  CHECK(d.phone().empty());
  CHECK(d.folder.read("facts.json") == files);
  CHECK(d.run(d.rules.roll_back(9, {})).ec == errc::not_found);
}

TEST_CASE("a file saved by hand is taken up, a faulty one is not", "[publishing]") {
  published_desk d;
  const auto facts = d.facts_with_phone("7");
  d.folder.write("facts.json", "{\"facts\": {");
  CHECK(d.run(d.rules.take_up()));
  CHECK(d.rules.revision() == 1);
  REQUIRE_FALSE(d.rules.refused().empty());
  REQUIRE_FALSE(d.logged.empty());
  CHECK_THAT(d.logged.front(), Contains("facts.json:1:"));

  d.folder.write("facts.json", facts);
  CHECK(d.run(d.rules.take_up()));
  CHECK(d.rules.revision() == 2);
  CHECK(d.rules.refused().empty());
  CHECK(d.phone() == "7");
  CHECK_FALSE(d.run(d.stored.revision(0)).value().by.has_value());
}

TEST_CASE("a start with a folder as it was makes no revision", "[publishing]") {
  published_desk d;
  publishing again{d.stored, d.pool, d.tasks, d.folder.path(), d.time, [](const std::string&) {}};
  REQUIRE(d.run(again.start()));
  CHECK(again.revision() == 1);
}

TEST_CASE("a start with a faulty folder uses the newest revision and says so", "[publishing]") {
  published_desk d;
  d.folder.write("facts.json", "nonsense");
  publishing again{d.stored, d.pool, d.tasks, d.folder.path(), d.time, [](const std::string&) {}};
  REQUIRE(d.run(again.start()));
  CHECK(again.revision() == 1);
  CHECK_FALSE(again.refused().empty());
  CHECK(d.folder.read("facts.json") == "nonsense");  // somebody's work is not written over
}

TEST_CASE("a start without rules fails, one without folder writes it", "[publishing]") {
  desk empty;
  CHECK(empty.run(empty.rules.start()).error() == errc::not_found);
  published_desk d;
  scratch_folder other;
  publishing again{d.stored, d.pool, d.tasks, other.path(), d.time, [](const std::string&) {}};
  REQUIRE(d.run(again.start()));
  CHECK(other.read("facts.json") == d.folder.read("facts.json"));
}

// A thousand examples: with fewer, learning all anew takes no time, and nothing is adjusted.
TEST_CASE(
    "an edit of large rules is in force at once, and learned anew while it answers", "[publishing]"
) {
  published_desk d;
  auto topics = boost::json::parse(two_topics);
  auto& thanks = topics.at("intents").at(1);
  auto& examples = thanks.at("examples").at("en").as_array();
  for (int i = 0; i < 1000; ++i) examples.push_back(("thanks number " + std::to_string(i)).c_str());
  d.folder.write("chat.json", boost::json::serialize(topics));
  REQUIRE(d.run(d.rules.take_up()));
  CHECK_FALSE(d.rules.current()->adjusted());
  examples.push_back("splendid zebra");
  const boost::json::object draft{{"intents", boost::json::array{thanks}}};
  const auto text = boost::json::serialize(draft);

  const auto tried = d.run(d.rules.train(d.draft_of(text)));
  REQUIRE(tried.has_value());
  CHECK(tried->rules->adjusted());
  CHECK(
      intent::read(*tried->rules, "splendid zebra", {}).candidates.front().topic == "chat.thanks"
  );

  REQUIRE_FALSE(d.publish(text, 2).ec);  // and the desk has run until nothing was left to do
  const auto settled = d.rules.current();
  CHECK_FALSE(settled->adjusted());
  CHECK(settled->revision == 3);
  const auto cold = intent::rules::make(settled->source());
  for (const char* said : {"splendid zebra", "thanks", "somebody please"}) {
    const auto a = intent::read(*settled, said, {}), b = intent::read(*cold, said, {});
    CHECK(a.confidence == b.confidence);
  }
}

// SPDX-License-Identifier: Apache-2.0
#include "cli/imports.hpp"

#include "intent/loading.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <fstream>

using namespace frontdesk::cli;
using namespace frontdesk::intent;
namespace fs = std::filesystem;

namespace {

// A folder that goes with the test.
class folder {
 public:
  folder() {
    static int number = 0;
    path_ = fs::temp_directory_path() /
            ("frontdesk-imports-" + std::to_string(::getpid()) + '-' + std::to_string(++number));
    fs::create_directories(path_);
  }
  ~folder() { fs::remove_all(path_); }
  folder(const folder&) = delete;
  folder& operator=(const folder&) = delete;

  fs::path put(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

using lines_of = labelled_lines;

// What Rasa's reader says of a file "nlu.yml", its sentences without the folder.
imported rasa(const std::string& text) {
  const folder f;
  auto read = import_rasa(f.put("nlu.yml", text), language::en);
  REQUIRE(read);
  for (auto* sentences : {&read->faults, &read->skipped}) {
    for (auto& s : *sentences) s.erase(0, f.path().string().size() + 1);
  }
  return *read;
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("tab-separated lines that do not fit are left out and named", "[imports]") {
  const folder f;
  const auto file =
      f.put("a.tsv", "# a comment\r\n\r\ncost\thow much\r\nno tab here\n\tno label\n");
  const auto read = import_tsv(file, language::en);
  REQUIRE(read);
  CHECK(read->said[language::en] == lines_of{{"cost", "how much"}});
  CHECK(
      read->skipped ==
      lines{
          file.string() + ":4: A line is a label, a tab and a text.",
          file.string() + ":5: A line is a label, a tab and a text."}
  );
  CHECK_FALSE(import_tsv(f.path() / "no.tsv", language::en));
}

TEST_CASE("Rasa's YAML gives examples without entity marks", "[imports]") {
  const folder f;
  const auto file = f.put("nlu.yml", R"(version: "3.1"

nlu:
- intent: ask_price
  examples: |
    - what does [one infusion](service) cost
    - how much is [it]{"entity": "service", "value": "infusion"}?
# a comment
- intent: chitchat/ask_name
  examples: |
    - who are you
- synonym: infusion
  examples: |
    - drip
- lookup: city
  examples: |
    - Baltimore
- regex: zip
  examples: |
    - \d{5}
- intent: greet
  examples:
  - text: |
      good morning
    metadata:
      sentiment: neutral
  - text: hello there

stories:
- story: a greeting
  steps:
  - intent: greet
  - action: utter_greet
)");
  const auto read = import_rasa(file, language::en);
  REQUIRE(read);
  CHECK(
      read->said[language::en] ==
      lines_of{
          {"ask_price", "what does one infusion cost"},
          {"ask_price", "how much is it?"},
          {"chitchat/ask_name", "who are you"},
          {"greet", "good morning"},
          {"greet", "hello there"}}
  );
}

TEST_CASE("Rasa's YAML may be written in every way that YAML has", "[imports]") {
  const auto read = rasa(
      "\xEF\xBB\xBF"
      R"(# a comment
version: '3.1'
nlu: # another
- {intent: "book", examples: "- one\n- two: with a colon"}
- intent: 'it''s'   # a comment after a name
  unknown: {a: [b, {c: d}]}
  examples: |-
    - "quoted" stays # and this is no comment
    -without a blank

    * a star
- intent: café
  examples: >
    - folded
    goes on

    - next
- intent: list
  examples: &anchor
  - plain
  - text: 'single'
  - text: "two\nlines \u00e9"
    metadata: x
- intent: marks
  examples: |
    - [a](x) [b](x:y) [c]{"entity": "x"} [d][{"entity": "x"}, {"entity": "y"}] [e] f] [g
---
nlu:
- intent: second document
  examples: |
    - yes
)"
  );
  CHECK(read.faults == lines{});
  CHECK(read.skipped == lines{});
  CHECK(
      read.said[language::en] ==
      lines_of{
          {"book", "one"},
          {"book", "two: with a colon"},
          {"it's", "\"quoted\" stays # and this is no comment"},
          {"it's", "without a blank"},
          {"it's", "a star"},
          {"café", "folded goes on"},
          {"café", "next"},
          {"list", "plain"},
          {"list", "single"},
          {"list", "two lines é"},
          {"marks", "a b c d [e] f] [g"},
          {"second document", "yes"}}
  );
  CHECK(rasa("").said[language::en].empty());
  CHECK(rasa("nlu:\n").skipped.empty());
}

TEST_CASE("what Rasa's YAML holds beside examples is left out with its place", "[imports]") {
  const auto read = rasa(
      "nlu:\r\n"
      "- intent: a\r\n"
      "  examples: |\r\n"
      "    - good\r\n"
      "\r\n"
      "    no list\r\n"
      "    - " +
      std::string(2001, 'x') +
      "\r\n"
      "- intnet: b\r\n"
      "  examples: |\r\n"
      "    - lost\r\n"
      "- intent: c\r\n"
      "- just text\r\n"
      "- intent: d\r\n"
      "  examples: [[nested], {no: text}, fine]\r\n"
      "- intent: " +
      std::string(101, 'x') +
      "\r\n"
      "  examples: [e]\r\n"
  );
  CHECK(read.faults == lines{});
  CHECK(read.said[language::en] == lines_of{{"a", "good"}, {"d", "fine"}});
  CHECK(
      read.skipped ==
      lines{
          "nlu.yml:6:1: A line of examples begins with \"-\".",
          "nlu.yml:7:1: The example is longer than a visitor's message can be.",
          "nlu.yml:8:3: The entry names no intent in at most 100 bytes.",
          "nlu.yml:11:3: The intent has no examples.",
          "nlu.yml:12:3: An entry of nlu is an intent with its examples.",
          "nlu.yml:14:14: The example has no text.",
          "nlu.yml:14:24: The example has no text.",
          "nlu.yml:15:3: The entry names no intent in at most 100 bytes."}
  );
  CHECK(rasa("nlu: x").skipped == lines{"nlu.yml:1:6: Under nlu stands a list."});
}

TEST_CASE("Rasa's YAML with a fault is refused with its place", "[imports]") {
  const auto told = GENERATE(table<std::string, std::string>({
      {"nlu:\n- intent: a\n  examples: [\n", "3:1: The YAML cannot be read: end of sequence"},
      {"nlu:\n- intent: a\n examples: x\n", "3:2: The YAML cannot be read: end of sequence"},
      {"nlu:\n- intent: a\n\texamples: x\n", "3:1: The YAML cannot be read: "},
      {"nlu: \"\\q\"", "1:9: The YAML cannot be read: unknown escape character: q."},
      {"nlu: &a [*a]", "1:10: The YAML cannot be read: aliases are not followed."},
      {",", "1:1: The YAML cannot be read: something does not belong here."},
      {"nlu:\n- intent: a\n  examples: \"- b\n- intent: c\n\n",
       "4:12: The YAML cannot be read: illegal EOF in scalar."},
      {"nlu:\n- intent: a\n  examples: '- b\n",
       "3:17: The YAML cannot be read: illegal EOF in scalar."},
      {"nlu:\n- intent: a\n, b\n", "3:1: The YAML cannot be read: "},
      {"---\na\n...\n,", "4:1: The YAML cannot be read: something does not belong here."},
      {"nlu:\n- a\n- caf\xE9\n", "3:1: The line is not UTF-8 text."},
      {std::string("\xFF\xFEn\0l\0", 6), "1:1: The line is not UTF-8 text."},
  }));
  const auto faults = rasa(std::get<0>(told)).faults;
  REQUIRE(faults.size() == 1);
  CHECK_THAT(faults[0], Catch::StartsWith("nlu.yml:" + std::get<1>(told)));
}

TEST_CASE("Rasa's YAML is bounded in depth and size", "[imports]") {
  for (const auto bracket : {"[", "{a: ", "- ", "? "}) {
    const auto faults = rasa(repeated(bracket, 10'000) + 'x').faults;
    REQUIRE(faults.size() == 1);
    CHECK_THAT(faults[0], Catch::EndsWith("The YAML cannot be read: it is nested too deeply."));
  }
  CHECK(
      rasa(std::string(2 * 1024 * 1024 + 1, '\n')).faults ==
      lines{"nlu.yml:1:1: The file has more than 2 MB; split it."}
  );
}

TEST_CASE("marks of entities that never end cost no more than their line", "[imports]") {
  const auto marks = repeated("[", 1000) + repeated("[a](", 200);
  const auto read =
      rasa("nlu:\n- intent: a\n  examples: |\n" + repeated("    - " + marks + "\n", 500));
  REQUIRE(read.said[language::en].size() == 500);
  CHECK(read.said[language::en][0].second == marks);
}

TEST_CASE("Rasa's old Markdown is read, and a folder of files", "[imports]") {
  const folder f;
  f.put("data/b.md", "## intent:bye\n- see [you](who) later\n* bye\n\n## synonym:x\n- y\n");
  f.put("data/a.yml", "nlu:\n  - intent: greet\n    examples: |\n      - hi\n");
  f.put("data/stories.yml", "stories:\n- story: s\n  steps:\n  - intent: greet\n");
  const auto read = import_rasa(f.path() / "data", language::es);
  REQUIRE(read);
  CHECK(
      read->said[language::es] ==
      lines_of{{"greet", "hi"}, {"bye", "see you later"}, {"bye", "bye"}}
  );
}

TEST_CASE("a Dialogflow export gives examples and answers in both languages", "[imports]") {
  const folder f;
  f.put("agent.json", "{}");
  f.put("intents/Opening hours.json", R"({"name": "Opening hours", "auto": true,
    "responses": [{"messages": [
      {"type": "0", "lang": "en", "speech": ["We open at nine.", "From nine."]},
      {"type": 0, "lang": "es", "speech": "Abrimos a las nueve."},
      {"type": "0", "lang": "en", "speech": "On $date."}]}],
    "fallbackIntent": false})");
  f.put("intents/Opening hours_usersays_en.json", R"([
    {"id": "1", "data": [{"text": "are you open on ", "userDefined": false},
                         {"text": "Monday", "alias": "date", "meta": "@sys.date"}], "count": 0},
    {"id": "2", "data": [{"text": "when do you open"}]}])");
  f.put("intents/Opening hours_usersays_es.json", R"([{"data": [{"text": "a que hora abren"}]}])");
  f.put("intents/Opening hours_usersays_de.json", R"([{"data": [{"text": "wann"}]}])");
  f.put("intents/Fallback.json", R"({"name": "Fallback", "fallbackIntent": true})");
  f.put("intents/Fallback_usersays_en.json", R"([{"data": [{"text": "tell me a joke"}]}])");
  const auto read = import_dialogflow(f.path());
  REQUIRE(read);
  CHECK(read->faults.empty());
  REQUIRE(read->skipped.size() == 1);
  CHECK_THAT(read->skipped[0], Catch::Contains("usersays_de.json: Its language is not one of"));
  const auto m = model_of(*read);
  REQUIRE(m.topics.size() == 1);
  const auto& t = m.topics[0];
  CHECK(t.id == "Opening_hours");
  CHECK(t.examples[language::en] == lines{"are you open on Monday", "when do you open"});
  CHECK(t.examples[language::es] == lines{"a que hora abren"});
  REQUIRE(t.answers[language::en].size() == 1);
  CHECK(t.answers[language::en][0].text == "We open at nine.");
  CHECK(t.answers[language::es].at(0).text == "Abrimos a las nueve.");
  CHECK(m.none[language::en] == lines{"tell me a joke"});
}

TEST_CASE("what is no Dialogflow export is refused with its place", "[imports]") {
  const folder f;
  const auto broken = f.put("intents/a_usersays_en.json", "[\n {\"data\": [}\n]");
  const auto read = import_dialogflow(f.path());
  REQUIRE(read);
  REQUIRE(read->faults.size() == 1);
  CHECK_THAT(read->faults[0], Catch::StartsWith(broken.string() + ":2:"));
  const auto other = import_dialogflow(f.put("agent.json", "{}"));
  REQUIRE(other);
  CHECK_THAT(other->faults.at(0), Catch::Contains("Name the unpacked export's folder"));
  CHECK_FALSE(import_dialogflow(f.path() / "nothing"));
}

TEST_CASE("an imported model is written and read again without a fault", "[imports]") {
  imported from;
  from.said[language::en] = {{"a \"b\" {c}", "one"}, {"oos", "two"}, {"x", ""}};
  const auto read = parse(to_files(model_of(from)));
  for (const auto& f : read.findings) UNSCOPED_INFO(to_text(f));
  REQUIRE(read.usable());
  REQUIRE(read.model.topics.size() == 1);
  CHECK(read.model.topics[0].id == "a__b___c_");
  CHECK(read.model.none[language::en] == lines{"two"});
}

// SPDX-License-Identifier: Apache-2.0
#include "intent/loading.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using namespace frontdesk::intent;

namespace {

const char* one_topic = R"({
  "intents": [
    {
      "id": "clinic.cost",
      "title": {
        "en": "Cost",
        "es": "Costo"
      },
      "kind": "practical",
      "examples": {
        "en": [
          "how much \"is\" it"
        ],
        "es": [
          "cuánto cuesta"
        ]
      },
      "answers": {
        "en": [
          {
            "text": "It costs {price}.\n\nAsk us.",
            "choices": [
              "visit.book"
            ],
            "when": {
              "open": true
            }
          }
        ],
        "es": [
          {
            "text": "Cuesta {price}.",
            "choices": []
          }
        ]
      },
      "action": null
    }
  ]
}
)";

std::string findings_of(const file_set& files) {
  std::string out;
  for (const auto& f : parse(files).findings) out += to_text(f) + '\n';
  return out;
}

std::string topic_with(const std::string& field) {
  return "{\"intents\": [{\"id\": \"a.b\", \"title\": {}, \"kind\": \"practical\",\n  " + field +
         "}]}";
}

struct temporary_folder {
  std::filesystem::path at = std::filesystem::temp_directory_path() / "frontdesk-loading-test";
  temporary_folder() { std::filesystem::remove_all(at); }
  ~temporary_folder() { std::filesystem::remove_all(at); }
};

}  // namespace

TEST_CASE("a topic is read with all its fields and remembers where it stands", "[loading]") {
  const auto l = parse({{"clinic.json", one_topic}});
  CHECK(l.findings.empty());
  REQUIRE(l.model.topics.size() == 1);
  const auto& t = l.model.topics.front();
  CHECK(t.id == "clinic.cost");
  CHECK(t.title[language::es] == "Costo");
  CHECK(t.examples[language::en] == lines{"how much \"is\" it"});
  CHECK(t.answers[language::en].front().open == true);
  CHECK(t.answers[language::en].front().text == "It costs {price}.\n\nAsk us.");
  CHECK(t.at.file == "clinic.json");
  CHECK(t.at.line == 3);
  CHECK(t.at.column == 5);
}

TEST_CASE("writing what was read gives the same bytes", "[loading]") {
  const auto files = to_files(parse({{"clinic.json", one_topic}}).model);
  CHECK(files.at("clinic.json") == one_topic);
  const auto again = to_files(parse(files).model);
  CHECK(again == files);
}

TEST_CASE("the shipped rules can be read and written without any loss", "[loading]") {
  const auto files = read_files(FRONTDESK_SOURCE_DIR "/intents");
  REQUIRE(files.has_value());
  const auto l = parse(*files);
  for (const auto& f : l.findings) UNSCOPED_INFO(to_text(f));
  CHECK(l.usable());
  const auto written = to_files(l.model);
  const auto again = parse(written);
  CHECK(again.findings.empty());
  CHECK(to_files(again.model) == written);
  CHECK(again.model.topics.size() == l.model.topics.size());
}

TEST_CASE("a fault is told with file, line, column and a sentence", "[loading]") {
  std::string text, sentence;
  std::tie(text, sentence) = GENERATE(table<std::string, std::string>({
      {"{\"intents\": [\n  {\"id\": \"a\"\n   \"title\"",
       "x.json:3:4: error: A comma (or a colon) is missing before this."},
      {"{\"intents\": [],\n}", "x.json:2:1: error: There is a comma too many before this bracket."},
      {"{\"intents\": [", "x.json:1:14: error: The file ends too early"},
      {"{\"intents\": []} x", "There is something after the end"},
      {"{\"intents\": 'a'}", "x.json:1:13: error: Texts stand in double quotation marks"},
      {"{\"intents\": [\"a\nb\"]}", "x.json:1:16: error: A text may not run over"},
      {"{\"intends\": []}",
       "x.json:1:2: error: \"intends\" is not known in a topics file. Did you "
       "mean \"intents\"?"},
      {"[]", "Here must stand an object {...}, not a list [...]."},
      {"{\"intents\": [{\"id\": \"two words\"}]}", "x.json:1:21: error: An id is one word"},
      {topic_with("\"anwsers\": {}"),
       "x.json:2:3: error: \"anwsers\" is not known in a topic. Did you mean \"answers\"?"},
      {topic_with("\"id\": \"a.c\""), "x.json:2:3: error: \"id\" stands here twice"},
      {topic_with("\"action\": \"handof\""), "x.json:2:13: error: \"handof\" is not possible here"},
      {topic_with("\"examples\": {\"fr\": []}"), "\"fr\" is not a language of the desk"},
      {topic_with("\"examples\": {\"en\": [1]}"),
       "x.json:2:23: error: Here must stand a text in quotation marks, not a number."},
      {topic_with("\"review\": {\"on\": \"2026-02-30\", \"until\": \"2027-01-01\"}"),
       "x.json:2:20: error: \"2026-02-30\" is not a date"},
      {topic_with("\"review\": {\"on\": \"2026-02-03\"}"), "\"until\" is missing in a review."},
  }));
  CAPTURE(text);
  CHECK_THAT(findings_of({{"x.json", text}}), Catch::Contains(sentence));
}

TEST_CASE("a fault in the settings is told in the same way", "[loading]") {
  std::string text, sentence;
  std::tie(text, sentence) = GENERATE(table<std::string, std::string>({
      {"{\"time_zone\": \"Baltimore\"}", "\"Baltimore\" is not a time zone"},
      {"{\"languages\": [\"fr\"]}", "\"fr\" is not a language"},
      {"{\"hours\": {\"mondey\": []}}", "Did you mean \"monday\"?"},
      {"{\"hours\": {\"monday\": [{\"from\": \"9\", \"to\": \"17:00\"}]}}", "not a time of day"},
      {"{\"hours\": {\"monday\": [{\"from\": \"17:00\", \"to\": \"09:00\"}]}}", "closes"},
      {"{\"thresholds\": {\"rejection\": 2}}", "must lie between 0 and 0.9"},
      {"{\"holidays\": [{\"date\": \"25.12.2026\"}]}", "is not a date"},
  }));
  if (sentence == "closes") sentence = "would close before it opens";
  CAPTURE(text);
  CHECK_THAT(findings_of({{"settings.json", text}}), Catch::Contains(sentence));
}

TEST_CASE("a misspelt topic of the safety layer is a fault", "[loading]") {
  const auto text =
      R"({"families": [{"id": "x", "intent": "safety.selfharm", "patterns": {"en": []}}]})";
  CHECK_THAT(
      findings_of({{"safety.json", text}}), Catch::Contains("Did you mean \"safety.self_harm\"?")
  );
}

TEST_CASE("a family is always believed, or silenced sooner, but not both", "[loading]") {
  const auto with = [](const std::string& how) {
    return findings_of(
        {{"safety.json",
          R"({"families": [{"id": "x", "intent": "safety.misuse", )" + how +
              R"("patterns": {"en": []}}]})"}}
    );
  };
  const std::string both = "exclude each other";
  CHECK_THAT(with(R"("certain": true, "mention": true, )"), Catch::Contains(both));
  CHECK_THAT(with(R"("mention": true, )"), !Catch::Contains(both));
}

TEST_CASE("two files may not hold the same topic", "[loading]") {
  const auto found = findings_of({{"a.json", one_topic}, {"b.json", one_topic}});
  CHECK_THAT(
      found, Catch::Contains("b.json:3:5: error: The topic \"clinic.cost\" stands in a.json")
  );
}

TEST_CASE("a file that is not UTF-8 or nested too deep is refused with a sentence", "[loading]") {
  CHECK_THAT(findings_of({{"x.json", "{\"intents\": [\"\xff\"]}"}}), Catch::Contains("not UTF-8"));
  CHECK_THAT(findings_of({{"x.json", std::string(40, '[')}}), Catch::Contains("32 deep"));
}

TEST_CASE("files are replaced whole, and only those that changed", "[loading]") {
  const temporary_folder folder;
  REQUIRE(write_files(folder.at, {{"a.json", "one"}, {"b.json", "two"}}));
  const auto before = std::filesystem::last_write_time(folder.at / "b.json");
  REQUIRE(write_files(folder.at, {{"a.json", "three"}, {"b.json", "two"}}));
  CHECK(*read_files(folder.at) == file_set{{"a.json", "three"}, {"b.json", "two"}});
  CHECK(std::filesystem::last_write_time(folder.at / "b.json") == before);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.at), {}) == 2);
  CHECK_FALSE(write_files(folder.at, {{"../a.json", "no"}}));
}

TEST_CASE("a folder that is not there is not found", "[loading]") {
  CHECK(read_files("/nowhere/at/all").error() == frontdesk::errc::not_found);
}

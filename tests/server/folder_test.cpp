// SPDX-License-Identifier: Apache-2.0
// The rules folder under the running program: saved by hand, saved with a fault, and what that does
// to conversations that are going on.
#include "server/desk.hpp"
#include "server/small_rules.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <memory>
#include <sstream>

using Catch::Contains;
using test::caller;
using test::client;
using test::json::object;

namespace {

namespace fs = std::filesystem;

std::string text(const test::json::value& v) { return std::string{v.as_string()}; }

std::string read(const fs::path& file) {
  std::ostringstream all;
  all << std::ifstream{file}.rdbuf();
  return all.str();
}

// As most editors do: written beside it, then put in its place.
void save(const fs::path& file, const std::string& content) {
  const auto beside = fs::path{file}.concat("~");
  std::ofstream{beside} << content;
  fs::rename(beside, file);
}

// A program with a rules folder of its own, and its admin.
struct a_clinic {
  a_clinic() {
    test::write_small_rules(rules.path());
    program = std::make_unique<test::program_under_test>(
        data.path(), std::vector<std::string>{"--rules", rules.path().string()}
    );
    REQUIRE(program->port() != 0);
    cookie = test::first_admin_of(*program);
  }
  caller admin() const { return {program->port(), cookie}; }
  long revision() const { return admin().get("/v1/rules").json().at("revision").as_int64(); }
  fs::path file(const char* name) const { return rules.path() / name; }

  // The file that has the topic, with the text of its first English answer replaced.
  std::pair<fs::path, std::string> with_answer(const std::string& id, const std::string& answer) {
    for (const auto& entry : fs::directory_iterator{rules.path()}) {
      auto content = boost::json::parse(read(entry.path()));
      auto* topics = content.as_object().if_contains("intents");
      if (topics == nullptr) continue;
      for (auto& topic : topics->as_array()) {
        if (text(topic.at("id")) != id) continue;
        for (auto& variant : topic.at("answers").at("en").as_array()) variant.at("text") = answer;
        return {entry.path(), boost::json::serialize(content)};
      }
    }
    FAIL("no topic " << id);
    return {};
  }

  test::temporary_folder data, rules;
  std::unique_ptr<test::program_under_test> program;
  test::headers cookie;
};

// A visitor in the middle of a conversation.
struct visitor {
  explicit visitor(const a_clinic& clinic) : page(clinic.program->port()) { page.greet(); }
  std::string answer_to(const std::string& words) {
    page.say("m" + std::to_string(++said), words);
    return text(page.receive("message").at("text"));
  }
  client page;
  int said = 0;
};

}  // namespace

TEST_CASE("a rules file saved by hand answers in conversations that go on", "[server][folder]") {
  a_clinic clinic;
  visitor one{clinic}, two{clinic};
  const auto before = one.answer_to("hello");
  CHECK(two.answer_to("hello") == before);
  const auto [file, content] = clinic.with_answer("chat.greeting", "Good day from the folder.");
  save(file, content);
  REQUIRE(clinic.program->hear("rules taken up from the folder as revision 2"));
  CHECK(clinic.revision() == 2);
  CHECK(one.answer_to("hello") == "Good day from the folder.");
  CHECK(two.answer_to("hello") == "Good day from the folder.");
  const auto line = clinic.admin().get("/v1/revisions?limit=1").json().at("items").at(0);
  CHECK(line.at("by").is_null());
  CHECK(text(line.at("note")) == "Changed in the rules folder");
  const auto noted = clinic.admin().get("/v1/audit").json().at("items");
  CHECK(text(noted.at(0).at("what")) == "rules.taken_up");
  CHECK(text(noted.at(0).at("about")) == "2");
}

TEST_CASE("a faulty file is told with its place, and the old rules answer on", "[server][folder]") {
  a_clinic clinic;
  visitor one{clinic};
  const auto before = one.answer_to("hello");
  const auto good = read(clinic.file("facts.json"));
  save(clinic.file("facts.json"), "{\n  \"facts\": {\n    \"phone\": oops\n  }\n}\n");
  REQUIRE(clinic.program->hear("rules not taken up: facts.json:3:14: "));
  CHECK(clinic.revision() == 1);
  CHECK(one.answer_to("hello") == before);
  const auto refused = clinic.admin().get("/v1/rules").json().at("refused");
  REQUIRE(refused.as_array().size() >= 1);
  CHECK(text(refused.at(0).at("file")) == "facts.json");
  CHECK(refused.at(0).at("line") == 3);
  CHECK(refused.at(0).at("column") == 14);
  CHECK(text(refused.at(0).at("severity")) == "error");

  // Mended: nothing differs from what is in force, so there is no new revision, and no more fault.
  save(clinic.file("facts.json"), good);
  for (int i = 0; i < 2000; ++i) {
    if (!clinic.admin().get("/v1/rules").json().as_object().contains("refused")) break;
  }
  CHECK_FALSE(clinic.admin().get("/v1/rules").json().as_object().contains("refused"));
  CHECK(clinic.revision() == 1);
}

TEST_CASE("a fault that only the whole rules show is told as well", "[server][folder]") {
  a_clinic clinic;
  save(clinic.file("extra.json"), R"({"intents": [{"id": "visit.new"}]})");
  REQUIRE(clinic.program->hear("rules not taken up: extra.json:1:"));
  const auto refused = clinic.admin().get("/v1/rules").json().at("refused");
  CHECK(text(refused.at(0).at("file")) == "extra.json");
  CHECK_FALSE(text(refused.at(0).at("sentence")).empty());
}

TEST_CASE("what is published reaches every conversation and the folder", "[server][folder]") {
  a_clinic clinic;
  visitor one{clinic}, two{clinic};
  one.answer_to("hello");
  two.answer_to("hello");
  auto [file, content] = clinic.with_answer("chat.greeting", "Good day from the console.");
  test::json::array topics;
  const auto whole = boost::json::parse(content);
  for (const auto& topic : whole.at("intents").as_array()) {
    if (text(topic.at("id")) == "chat.greeting") topics.push_back(topic);
  }
  const object change{{"draft", {{"intents", topics}}}, {"note", "a new greeting"}};
  const auto done =
      clinic.admin().call("POST", "/v1/rules/publish", change, {{"If-Match", "\"1\""}});
  REQUIRE(done.status == 200);
  CHECK(one.answer_to("hello") == "Good day from the console.");
  CHECK(two.answer_to("hello") == "Good day from the console.");
  CHECK_THAT(read(file), Contains("Good day from the console."));
  CHECK(clinic.revision() == 2);  // the program's own writing is no change by hand
}

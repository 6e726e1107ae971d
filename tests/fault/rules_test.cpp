// SPDX-License-Identifier: Apache-2.0
// Faulty rules files at the start. While the program answers: server/folder_test.cpp.
#include "fault/faults.hpp"
#include "server/small_rules.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <fstream>
#include <iterator>

using namespace test;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

struct rules_folder {
  temporary_folder folder;
  fs::path file;
  std::string good;

  rules_folder() : file(folder.path() / "settings.json") {
    write_small_rules(folder.path());
    std::ifstream in{file};
    good.assign(std::istreambuf_iterator<char>{in}, {});
    REQUIRE_FALSE(good.empty());
  }
  std::vector<std::string> option() const { return {"--rules", folder.path().string()}; }
  void write(const std::string& text) const { std::ofstream{file} << text; }
};

void check_answers(unsigned short port) {
  client page{port};
  page.greet();
  page.say("m1", "what is ketamine");
  CHECK(text(page.receive("message").at("from")) == "bot");
}

}  // namespace

TEST_CASE("faulty rules keep a new desk closed, with file, line and column", "[fault]") {
  const rules_folder rules;
  temporary_folder data;
  rules.write("{\n  \"languages\": [\"en\",,]\n}\n");
  {
    program_under_test program{data.path(), rules.option()};
    CHECK(program.wait() == 3);
    CHECK_THAT(program.said(), Contains("settings.json:2:") && Contains("rules check"));
  }
  rules.write(rules.good);
  program_under_test program{data.path(), rules.option()};
  REQUIRE(program.port() != 0);
  check_answers(program.port());
}

TEST_CASE("a desk that has a revision opens with it when the folder is faulty", "[fault]") {
  const rules_folder rules;
  temporary_folder data;
  {
    program_under_test program{data.path(), rules.option()};
    REQUIRE(program.port() != 0);
    program.signal(SIGTERM);
    REQUIRE(program.wait() == 0);
  }
  rules.write("not rules");
  program_under_test program{data.path(), rules.option()};
  REQUIRE(program.port() != 0);
  CHECK_THAT(program.said(), Contains("Not used: ") && Contains("settings.json:1:1"));
  check_answers(program.port());
}

// SPDX-License-Identifier: Apache-2.0
// The house stands: which folder of src may include which, what the pure folders may not know, and
// how `co_await` may not be written because g++ 12 miscompiles it.
#include "paths.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

namespace {

namespace fs = std::filesystem;
using names = std::set<std::string>;

// Folder -> the folders it may include besides itself.
const std::map<std::string, names> allowed{
    {"base", {}},
    {"intent", {"base"}},
    {"booking", {"base"}},
    {"chat", {"base", "intent", "booking"}},
    {"wire", {"base", "intent", "booking", "chat"}},
    {"store", {"base", "intent", "booking", "chat"}},
    {"net", {"base", "intent", "booking", "chat", "wire"}},
    {"app", {"base", "intent", "booking", "chat", "wire", "store", "net"}},
    {"cli", {"base", "intent", "booking", "chat", "wire", "store", "net", "app"}},
};
// Folder -> what it must not include of the libraries.
const std::map<std::string, std::string> forbidden{
    {"base", "boost/(asio|beast|json)|sqlite3|spdlog"},
    {"intent", "boost/(asio|beast)|sqlite3|spdlog"},
    {"booking", "boost/(asio|beast|json)|sqlite3|spdlog"},
    {"chat", "boost/(asio|beast|json)|sqlite3|spdlog"},
    {"wire", "boost/(asio|beast)|sqlite3|spdlog"},
    {"store", "boost/(beast|json)"},
    {"net", "sqlite3"},
    {"app", "sqlite3"},
};

struct source {
  fs::path path;
  std::string folder, text;
};

std::string read(const fs::path& file) {
  std::ostringstream out;
  out << std::ifstream{file}.rdbuf();
  return out.str();
}

std::vector<source> sources() {
  std::vector<source> all;
  for (const auto& [folder, _] : allowed) {
    for (const auto& entry :
         fs::recursive_directory_iterator{test::source_folder() / "src" / folder}) {
      const auto ending = entry.path().extension();
      if (ending == ".hpp" || ending == ".cpp")
        all.push_back({entry.path(), folder, read(entry.path())});
    }
  }
  return all;
}

std::vector<std::string> includes(const std::string& text) {
  static const std::regex line{R"(#\s*include\s*[<"]([^>"]+)[>"])"};
  std::vector<std::string> found;
  for (std::sregex_iterator i{text.begin(), text.end(), line}, end; i != end; ++i)
    found.push_back((*i)[1]);
  return found;
}

// The complaints about one file.
std::vector<std::string> forbidden_includes(const source& s) {
  std::vector<std::string> complaints;
  const auto& may = allowed.at(s.folder);
  for (const auto& include : includes(s.text)) {
    const auto folder = include.substr(0, include.find('/'));
    if (allowed.contains(folder) && folder != s.folder && !may.contains(folder))
      complaints.push_back(include);
    const auto rule = forbidden.find(s.folder);
    if (rule != forbidden.end() &&
        std::regex_search(include, std::regex{"^(" + rule->second + ")"})) {
      complaints.push_back(include);
    }
  }
  return complaints;
}

// The statement that holds the `co_await` at `at`: from the last ; { or } before it to the next ;
// after it.
std::string statement_around(const std::string& text, std::size_t at) {
  const auto begin = text.find_last_of(";{}", at);
  const auto end = text.find(';', at);
  return text.substr(begin + 1, end - begin - 1);
}

// tests/compiler/coroutine_temporaries.cpp shows each of these destroying an object twice under
// g++ 12.
bool is_miscompiled_form(const std::string& statement) {
  const auto awaited = statement.substr(statement.find("co_await"));
  static const std::regex lambda{R"(\[[^\]]*\]\s*(\(|\{))"};
  static const std::regex braces{R"([(,]\s*(\w|::)*\{[^}])"};
  static const std::regex choice{R"(\?[^:]*\{[^:]*:)"};
  return std::regex_search(awaited, lambda) || std::regex_search(awaited, braces) ||
         std::regex_search(awaited, choice);
}

}  // namespace

TEST_CASE("a folder of src includes only the folders below it", "[layering]") {
  const auto all = sources();
  REQUIRE(all.size() > 20);
  for (const auto& s : all) {
    INFO(s.path.string());
    CHECK(forbidden_includes(s) == std::vector<std::string>{});
  }
}

TEST_CASE("the layering test sees a forbidden include", "[layering]") {
  CHECK(forbidden_includes({"x.cpp", "chat", "#include \"store/store.hpp\"\n"}).size() == 1);
  CHECK(forbidden_includes({"x.cpp", "chat", "#include <boost/json.hpp>\n"}).size() == 1);
  CHECK(forbidden_includes({"x.cpp", "chat", "#include \"intent/rules.hpp\"\n"}).empty());
}

TEST_CASE("no co_await is written in a form that g++ 12 miscompiles", "[layering]") {
  for (const auto& s : sources()) {
    for (auto at = s.text.find("co_await"); at != std::string::npos;
         at = s.text.find("co_await", at + 1)) {
      const auto line_start = s.text.rfind('\n', at) + 1;
      if (s.text.substr(line_start, at - line_start).find("//") != std::string::npos) continue;
      const auto statement = statement_around(s.text, at);
      INFO(s.path.string() << ": " << statement);
      if (statement.find("co_await") != std::string::npos)
        CHECK_FALSE(is_miscompiled_form(statement));
    }
  }
}

TEST_CASE("the coroutine check sees the forms that are miscompiled", "[layering]") {
  CHECK(is_miscompiled_form("auto x = co_await f([n] (int) "));
  CHECK(is_miscompiled_form("co_await f(agg{x, 1})"));
  CHECK(is_miscompiled_form("co_await f({.n = x})"));
  CHECK_FALSE(is_miscompiled_form("auto [ec, n] = co_await stream.async_read(buffer, token)"));
}

TEST_CASE("no file of our own is longer than 450 lines", "[layering]") {
  for (const auto& s : sources()) {
    INFO(s.path.string());
    CHECK(std::count(s.text.begin(), s.text.end(), '\n') <= 450);
  }
}

// SPDX-License-Identifier: Apache-2.0
// The contract for other programs says what the program does: every route is described, and nothing
// is described that is not there.
#include "app/rest.hpp"
#include "paths.hpp"

#include <boost/json/parse.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <sstream>

using namespace frontdesk;

namespace {

boost::json::value parsed(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream{test::source_folder() / "src/wire" / file}.rdbuf();
  return boost::json::parse(text.str());
}

std::set<std::string> described() {
  std::set<std::string> all;
  const auto document = parsed("openapi.json");
  for (const auto& [path, item] : document.at("paths").as_object()) {
    for (const auto& [method, _] : item.as_object()) {
      std::string line{method};
      for (char& c : line) c = static_cast<char>(c - 'a' + 'A');
      all.insert(line + ' ' + std::string{path});
    }
  }
  return all;
}

// Every "$ref" below `v`.
void references(const boost::json::value& v, std::set<std::string>& to) {
  if (const auto* o = v.if_object()) {
    for (const auto& [key, value] : *o) {
      if (key == "$ref") to.insert(std::string{value.as_string()});
      references(value, to);
    }
  }
  if (const auto* a = v.if_array()) {
    for (const auto& item : *a) references(item, to);
  }
}

}  // namespace

TEST_CASE("every route is described, and the other way round", "[openapi]") {
  std::set<std::string> routes;
  for (const auto& r : app::rest::routes()) routes.insert(r.method + ' ' + r.pattern);
  CHECK(described() == routes);
}

TEST_CASE("every reference of the description leads somewhere", "[openapi]") {
  const auto document = parsed("openapi.json");
  const auto schema = parsed("schema/rest.schema.json");
  std::set<std::string> all;
  references(document, all);
  CHECK(all.size() > 20);
  for (const auto& ref : all) {
    const auto mark = ref.find('#');
    boost::json::error_code ec;
    const auto& file = mark == 0 ? document : schema;
    INFO(ref);
    CHECK((file.find_pointer(ref.substr(mark + 1), ec) != nullptr));
  }
}

TEST_CASE("what creates something is described as taking an Idempotency-Key", "[openapi]") {
  const auto document = parsed("openapi.json");
  int creating = 0;
  for (const auto& r : app::rest::routes()) {
    INFO(r.method << ' ' << r.pattern);
    std::string method{r.method};
    for (char& c : method) c = static_cast<char>(c - 'A' + 'a');
    const auto& call = document.at("paths").at(r.pattern).at(method);
    std::set<std::string> refs;
    references(call, refs);
    CHECK((refs.count("#/components/parameters/once") > 0) == r.creates);
    creating += r.creates ? 1 : 0;
  }
  CHECK(creating == 4);
}

TEST_CASE("what is described as open to anyone is, and nothing else", "[openapi]") {
  const auto document = parsed("openapi.json");
  for (const auto& [path, item] : document.at("paths").as_object()) {
    for (const auto& [method, call] : item.as_object()) {
      const bool open = call.at("security").as_array().empty();
      const bool makes_login =
          method == "post" &&
          (path == "/v1/session" || path == "/v1/first-admin" || path == "/v1/invite");
      INFO(path);
      CHECK(open == makes_login);
    }
  }
}

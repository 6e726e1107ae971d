// SPDX-License-Identifier: Apache-2.0
#include "server/contract.hpp"

#include "paths.hpp"
#include "unit/wire/schema.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

namespace test {
namespace {

const json::value& document() {
  static const json::value parsed = [] {
    std::ostringstream text;
    text << std::ifstream{source_folder() / "src/wire/openapi.json"}.rdbuf();
    return json::parse(text.str());
  }();
  return parsed;
}

std::string upper(json::string_view word) {
  std::string out{word};
  for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

bool has_parameter(const json::object& call, std::string_view ref) {
  const auto* parameters = call.if_contains("parameters");
  if (parameters == nullptr) return false;
  for (const auto& p : parameters->as_array()) {
    const auto* r = p.as_object().if_contains("$ref");
    if (r != nullptr && std::string{r->as_string()} == ref) return true;
  }
  return false;
}

std::vector<std::string> segments(std::string_view path) {
  std::vector<std::string> out;
  std::istringstream all{std::string{path.substr(0, path.find('?'))}};
  for (std::string one; std::getline(all, one, '/');) out.push_back(one);
  return out;
}

bool leads_to(std::string_view pattern, std::string_view target) {
  const auto wanted = segments(pattern), given = segments(target);
  if (wanted.size() != given.size()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!wanted[i].starts_with('{') && wanted[i] != given[i]) return false;
  }
  return true;
}

// A response, a reference followed.
const json::object& followed(const json::value& response) {
  const auto* ref = response.as_object().if_contains("$ref");
  if (ref == nullptr) return response.as_object();
  return document().at_pointer(std::string{ref->as_string()}.substr(1)).as_object();
}

const json::value* find_call(std::string_view method, std::string_view target) {
  for (const auto& [path, item] : document().at("paths").as_object()) {
    if (!leads_to(std::string{path}, target)) continue;
    for (const auto& [verb, call] : item.as_object()) {
      if (upper(verb) == method) return &call;
    }
  }
  return nullptr;
}

std::string schema_fault(const json::value& content, const std::string& body) {
  static schema::checker checker;
  const std::string ref{content.at("schema").at("$ref").as_string().c_str()};
  const auto mark = ref.find("#/$defs/");
  constexpr std::string_view folder = "schema/";
  json::error_code ec;
  json::parse(body, ec);
  if (ec) return "the body is no JSON";
  return checker.fault(ref.substr(folder.size(), mark - folder.size()), ref.substr(mark + 8), body);
}

// A person reads it: one or more whole sentences, and the status twice the same.
std::string problem_fault(const answer& a) {
  const auto problem = a.json();
  if (problem.at("status") != a.status) return "the problem speaks of another status";
  const auto detail = why(a);
  if (detail.size() < 10 || detail.back() != '.') return "the detail is no sentence: " + detail;
  return {};
}

std::string body_fault(const json::object& response, const answer& a) {
  const auto* content = response.if_contains("content");
  if (content == nullptr) return a.body.empty() ? "" : "a body that is not described";
  const auto type = a.headers.find("content-type");
  if (type == a.headers.end()) return "no content type";
  const auto* described = content->as_object().if_contains(type->second);
  if (described == nullptr) return "the content type " + type->second + " is not described";
  return schema_fault(*described, a.body);
}

std::string header_fault(const json::object& response, const answer& a) {
  const auto* wanted = response.if_contains("headers");
  if (wanted == nullptr) return {};
  for (const auto& header : wanted->as_object()) {
    std::string name{header.key()};
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (a.headers.count(name) == 0) return "the header " + name + " is missing";
  }
  return {};
}

}  // namespace

const std::vector<described_call>& described() {
  static const std::vector<described_call> all = [] {
    std::vector<described_call> found;
    for (const auto& [path, item] : document().at("paths").as_object()) {
      for (const auto& [verb, call] : item.as_object()) {
        auto& one = found.emplace_back();
        one.method = upper(verb);
        one.path = std::string{path};
        const auto& security = call.at("security").as_array();
        one.open = security.empty();
        one.admin = !one.open && !security[0].at("login").as_array().empty();
        one.body = call.as_object().contains("requestBody");
        one.once = has_parameter(call.as_object(), "#/components/parameters/once");
      }
    }
    return found;
  }();
  return all;
}

std::string contract_fault(std::string_view method, std::string_view target, const answer& a) {
  const auto* call = find_call(method, target);
  if (call == nullptr) {
    return a.status == 404 || a.status == 405 ? problem_fault(a) : "this call is not described";
  }
  const auto& responses = call->at("responses").as_object();
  const auto* one = responses.if_contains(std::to_string(a.status));
  if (one == nullptr && a.status >= 400) one = responses.if_contains("default");
  if (one == nullptr) return "the status " + std::to_string(a.status) + " is not described";
  const auto& response = followed(*one);
  if (auto fault = body_fault(response, a); !fault.empty()) return fault;
  if (auto fault = header_fault(response, a); !fault.empty()) return fault;
  return a.status >= 400 ? problem_fault(a) : "";
}

answer caller::call(
    const std::string& method,
    const std::string& target,
    const std::string& body,
    const headers& more
) const {
  auto all = cookie_;
  if (method != "GET") all["X-Frontdesk"] = "1";
  if (!body.empty()) all["Content-Type"] = "application/json";
  for (const auto& [name, value] : more) all[name] = value;
  std::erase_if(all, [](const auto& header) { return header.second.empty(); });
  auto answered = ask(port_, method, target, all, body);
  INFO(method << ' ' << target << " -> " << answered.status << ' ' << answered.body.substr(0, 500));
  CHECK(contract_fault(method, target, answered) == "");
  CHECK((answered.status == 0 || answered.headers.at("cache-control") == "no-store"));
  return answered;
}

answer caller::call(
    const std::string& method,
    const std::string& target,
    const json::object& body,
    const headers& more
) const {
  return call(method, target, json::serialize(body), more);
}

json::array caller::all_of(const std::string& path, int limit) const {
  json::array items;
  std::string cursor;
  for (int page = 0; page < 1000; ++page) {
    const auto separator = path.find('?') == std::string::npos ? "?" : "&";
    const auto target = path + separator + "limit=" + std::to_string(limit) +
                        (cursor.empty() ? "" : "&cursor=" + cursor);
    const auto answered = get(target);
    REQUIRE(answered.status == 200);
    const auto body = answered.json();
    const auto& got = body.at("items").as_array();
    items.insert(items.end(), got.begin(), got.end());
    if (body.at("next").is_null()) return items;
    CHECK(got.size() == static_cast<std::size_t>(limit));
    cursor = body.at("next").as_string().c_str();
  }
  FAIL("the list does not end");
  return items;
}

std::string why(const answer& refused) {
  const auto body = refused.json();
  const auto* detail = body.as_object().if_contains("detail");
  return detail == nullptr ? "" : std::string{detail->as_string()};
}

headers login_in(const answer& answered) {
  const auto set = answered.headers.find("set-cookie");
  if (set == answered.headers.end()) return {};
  return {{"Cookie", set->second.substr(0, set->second.find(';'))}};
}

}  // namespace test

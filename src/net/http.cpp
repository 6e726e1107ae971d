// SPDX-License-Identifier: Apache-2.0
#include "net/http.hpp"

#include "base/utf8.hpp"

#include <boost/json/serialize.hpp>

#include <array>

namespace frontdesk::net {
namespace {

std::optional<std::string_view> find_in(const fields& all, std::string_view name) {
  for (const auto& [key, value] : all) {
    if (key == name) return value;
  }
  return std::nullopt;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> out;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const auto end = std::min(path.find('/'), path.size());
    out.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return out;
}

bool is_variable(std::string_view segment) {
  return segment.size() >= 2 && segment.front() == '{' && segment.back() == '}';
}

bool matches(
    const std::vector<std::string>& pattern,
    const std::vector<std::string_view>& path,
    std::vector<std::string>& ids
) {
  if (pattern.size() != path.size()) return false;
  ids.clear();
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (!is_variable(pattern[i])) {
      if (pattern[i] != path[i]) return false;
      continue;
    }
    auto id = percent_decoded(path[i]);
    if (!id || id->empty()) return false;
    ids.push_back(std::move(*id));
  }
  return true;
}

}  // namespace

std::optional<std::string_view> http_request::header(std::string_view name) const {
  return find_in(headers, name);
}
std::optional<std::string_view> http_request::cookie(std::string_view name) const {
  return find_in(cookies, name);
}
std::optional<std::string_view> http_request::param(std::string_view name) const {
  return find_in(query, name);
}

http_response& http_response::with(std::string name, std::string value) {
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}

http_response json_response(int status, std::string body) {
  http_response out{status};
  out.body = std::move(body);
  out.with("Content-Type", "application/json").with("Cache-Control", "no-store");
  return out;
}

http_response problem(int status, std::string_view detail, std::string_view more) {
  http_response out{status};
  out.with("Content-Type", "application/problem+json").with("Cache-Control", "no-store");
  out.body = R"({"type":"about:blank","title":")";
  out.body += reason_phrase(status);
  out.body += R"(","status":)" + std::to_string(status) + R"(,"detail":)";
  out.body += boost::json::serialize(boost::json::string_view{detail.data(), detail.size()});
  if (!more.empty()) out.body.append(",").append(more);
  out.body += '}';
  return out;
}

http_response too_many_from_address() {
  auto out = problem(429, "Too many connections from this address.");
  return out.with("Retry-After", "30");
}

std::string_view reason_phrase(int status) {
  struct entry {
    int status;
    std::string_view phrase;
  };
  static constexpr std::array<entry, 24> table{
      {{200, "OK"},
       {201, "Created"},
       {204, "No Content"},
       {302, "Found"},
       {304, "Not Modified"},
       {400, "Bad Request"},
       {401, "Unauthorized"},
       {403, "Forbidden"},
       {404, "Not Found"},
       {405, "Method Not Allowed"},
       {408, "Request Timeout"},
       {409, "Conflict"},
       {410, "Gone"},
       {412, "Precondition Failed"},
       {413, "Content Too Large"},
       {415, "Unsupported Media Type"},
       {422, "Unprocessable Content"},
       {426, "Upgrade Required"},
       {428, "Precondition Required"},
       {429, "Too Many Requests"},
       {431, "Request Header Fields Too Large"},
       {500, "Internal Server Error"},
       {501, "Not Implemented"},
       {503, "Service Unavailable"}}};
  for (const auto& e : table) {
    if (e.status == status) return e.phrase;
  }
  return "Unknown";
}

void router::add(std::string method, std::string_view pattern, http_handler handler) {
  const auto views = segments_of(pattern);
  routes_.push_back({std::move(method), {views.begin(), views.end()}, std::move(handler)});
}

const http_handler* router::find(http_request& request, http_response& refusal) const {
  const auto path = segments_of(request.path);
  std::string allowed;
  for (const auto& r : routes_) {
    if (!matches(r.segments, path, request.ids)) continue;
    if (r.method == request.method) return &r.handler;
    allowed += allowed.empty() ? r.method : ", " + r.method;
  }
  if (allowed.empty()) {
    refusal = problem(404, "There is nothing at this address.");
  } else {
    refusal = problem(405, "This address does not take that method.").with("Allow", allowed);
  }
  return nullptr;
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = hex_digit(text[i + 1]);
    const int low = hex_digit(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (!utf8::valid(out) || out.find('\0') != std::string::npos) return std::nullopt;
  return out;
}

bool read_target(std::string_view target, http_request& request) {
  if (target.empty() || target.front() != '/') return false;
  const auto mark = std::min(target.find('?'), target.size());
  request.path = target.substr(0, mark);
  target.remove_prefix(std::min(mark + 1, target.size()));
  while (!target.empty()) {
    const auto end = std::min(target.find('&'), target.size());
    std::string pair{target.substr(0, end)};
    target.remove_prefix(std::min(end + 1, target.size()));
    for (auto& c : pair) {
      if (c == '+') c = ' ';  // as forms and URLSearchParams write a space
    }
    const auto equals = std::min(pair.find('='), pair.size());
    auto name = percent_decoded(std::string_view{pair}.substr(0, equals));
    auto value = percent_decoded(std::string_view{pair}.substr(std::min(equals + 1, pair.size())));
    if (!name || !value) return false;
    request.query.emplace_back(std::move(*name), std::move(*value));
  }
  return true;
}

void read_cookies(std::string_view header, fields& cookies) {
  while (!header.empty()) {
    const auto end = std::min(header.find(';'), header.size());
    auto pair = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    cookies.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
  }
}

}  // namespace frontdesk::net

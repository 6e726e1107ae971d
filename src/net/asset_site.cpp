// SPDX-License-Identifier: Apache-2.0
#include "net/asset_site.hpp"

#include <algorithm>

namespace frontdesk::net {
namespace {

// "gzip, deflate, br;q=0.5": whether `coding` stands there and is not refused by q=0.
bool accepts(std::string_view header, std::string_view coding) {
  while (!header.empty()) {
    const auto end = std::min(header.find(','), header.size());
    auto one = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
    const auto name = one.substr(0, one.find_first_of("; "));
    if (name != coding) continue;
    const auto q = one.find("q=0");
    return q == std::string_view::npos || one.find_first_of("123456789", q + 3) != one.npos;
  }
  return false;
}

bool has_etag(std::string_view if_none_match, std::string_view etag) {
  return if_none_match == "*" || if_none_match.find(etag) != std::string_view::npos;
}

// The page's own scripts only. Styles may stand in the page: the components set them there.
// Nobody may frame the console.
constexpr const char* page_policy =
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src "
    "'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

void choose_encoding(const asset& a, const http_request& request, http_response& out) {
  const auto accepted = request.header("accept-encoding").value_or("");
  out.fixed = a.body;
  if (!a.brotli.empty() && accepts(accepted, "br")) {
    out.fixed = a.brotli;
    out.with("Content-Encoding", "br");
  } else if (!a.gzip.empty() && accepts(accepted, "gzip")) {
    out.fixed = a.gzip;
    out.with("Content-Encoding", "gzip");
  }
}

void add_headers(const asset& a, http_response& out) {
  out.with("ETag", std::string{a.etag}).with("Vary", "Accept-Encoding");
  out.with("Cache-Control", a.immutable ? "public, max-age=31536000, immutable" : "no-cache");
  if (a.type.starts_with("text/html")) out.with("Content-Security-Policy", page_policy);
  if (a.path.starts_with("console/")) return;
  // The widget is for the clinic's pages, wherever they are served from.
  out.with("Access-Control-Allow-Origin", "*").with("Cross-Origin-Resource-Policy", "cross-origin");
}

}  // namespace

const asset* asset_site::find(std::string_view path) const {
  const auto found =
      std::find_if(all_.begin(), all_.end(), [&](const asset& a) { return a.path == path; });
  return found == all_.end() ? nullptr : &*found;
}

std::optional<http_response> asset_site::answer(const http_request& request) const {
  const auto path = std::string_view{request.path}.substr(1);
  const bool console = path == "console" || path.starts_with("console/");
  const auto* a = find(path.empty() ? "demo/index.html" : path);
  // The demo page stands for the clinic's own website, at the top like that one.
  if (a == nullptr) a = find("demo/" + std::string{path});
  // The console's own addresses are read by its page; they may hold dots (topics/chat.bot).
  const bool names_file = path.starts_with("console/assets/");
  if (a == nullptr && console && !names_file) a = find("console/index.html");
  if (a == nullptr) return std::nullopt;
  http_response out{200};
  add_headers(*a, out);
  if (has_etag(request.header("if-none-match").value_or(""), a->etag)) {
    out.status = 304;
    return out;
  }
  out.with("Content-Type", std::string{a->type});
  choose_encoding(*a, request, out);
  return out;
}

}  // namespace frontdesk::net

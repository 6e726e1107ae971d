// SPDX-License-Identifier: Apache-2.0
// Any bytes as what a peer says of itself in a request: target, cookies, addresses, origin,
// encodings. A line each.
#include "base/utf8.hpp"
#include "net/addresses.hpp"
#include "net/asset_site.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace frontdesk;

constexpr net::asset page{
    "console/index.html", "text/html", "\"1\"", "<p>", "gzip", "brotli", false};

void require(bool holds) {
  if (!holds) std::abort();
}

std::string_view line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  const auto out = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return out;
}

void require_clean(const net::fields& decoded) {
  for (const auto& [name, value] : decoded) {
    require(utf8::valid(name) && utf8::valid(value));
    require(value.find('\0') == std::string::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(bytes), size);
  net::http_request request;
  request.method = "GET";
  request.peer = "127.0.0.1";
  const bool good = net::read_target(line(text), request);
  net::read_cookies(line(text), request.cookies);
  for (const char* name :
       {"x-forwarded-for", "origin", "host", "accept-encoding", "if-none-match"}) {
    request.headers.emplace_back(name, line(text));
  }
  const net::trusted_proxies proxies{{"127.0.0.1", "10.0.0.1"}};
  proxies.apply(request);
  require(!request.peer.empty() && !net::household(request.peer).empty());
  net::household(text);
  const net::origin_policy origins{{"https://clinic.example"}};
  if (!origins.allows(request, false)) require(request.header("origin").has_value());
  if (!good) return 0;
  require(request.path.starts_with('/'));
  require_clean(request.query);
  const net::asset_site site{std::span{&page, 1}};
  const auto answer = site.answer(request);
  require(!answer || answer->status == 200 || answer->status == 304);
  return 0;
}

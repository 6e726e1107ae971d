// SPDX-License-Identifier: Apache-2.0
#include "net/addresses.hpp"

#include <boost/asio/ip/address.hpp>

#include <algorithm>

namespace frontdesk::net {
namespace {

std::string lower(std::string_view text) {
  std::string out{text};
  for (auto& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

address_guard::record& address_guard::of(const std::string& address, time_point now) {
  const token_bucket full{bounds_.address_connects_burst, bounds_.address_connects_per_s, now};
  return known_.try_emplace(address, record{0, full}).first->second;
}

bool address_guard::enter(const std::string& address, time_point now) {
  auto& r = of(address, now);
  if (r.open >= bounds_.connections_per_address_max || !r.rate.take(now)) return false;
  ++r.open;
  return true;
}

std::optional<std::chrono::milliseconds> address_guard::wait_to_begin_anew(
    const std::string& address, time_point now
) {
  auto& r = of(address, now);
  if (r.rate.take(now)) return std::nullopt;
  return r.rate.retry_after();
}

void address_guard::leave(const std::string& address) {
  const auto found = known_.find(address);
  if (found != known_.end() && found->second.open > 0) --found->second.open;
}

void address_guard::tidy(time_point now) {
  std::erase_if(known_, [&](const auto& known) {
    return known.second.open == 0 && known.second.rate.full(now);
  });
}

std::string household(std::string_view address) {
  boost::system::error_code ec;
  const auto parsed = asio::ip::make_address(std::string{address}, ec);
  if (ec || parsed.is_v4()) return std::string{address};
  auto v6 = parsed.to_v6();
  if (v6.is_v4_mapped()) return make_address_v4(asio::ip::v4_mapped, v6).to_string();
  if (v6.is_loopback()) return std::string{address};
  auto bytes = v6.to_bytes();
  std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  return asio::ip::address_v6{bytes}.to_string();
}

bool trusted_proxies::trusts(std::string_view address) const {
  return std::find(trusted_.begin(), trusted_.end(), address) != trusted_.end();
}

void trusted_proxies::apply(http_request& request) const {
  if (!trusts(request.peer)) return;
  request.secure = request.header("x-forwarded-proto") == "https";
  auto chain = request.header("x-forwarded-for").value_or("");
  while (!chain.empty() && trusts(request.peer)) {
    const auto comma = chain.rfind(',');
    const auto last = trimmed(comma == std::string_view::npos ? chain : chain.substr(comma + 1));
    boost::system::error_code ec;
    const auto parsed = asio::ip::make_address(std::string{last}, ec);
    if (ec) return;
    request.peer = parsed.to_string();
    chain = comma == std::string_view::npos ? std::string_view{} : chain.substr(0, comma);
  }
}

origin_policy::origin_policy(std::vector<std::string> listed) : listed_(std::move(listed)) {
  for (auto& origin : listed_) {
    origin = lower(trimmed(origin));
    while (origin.ends_with('/')) origin.pop_back();
  }
}

bool origin_policy::allows(const http_request& request, bool any_listed) const {
  const auto sent = request.header("origin");
  if (!sent) return true;
  const auto origin = lower(*sent);
  const auto scheme = origin.find("://");
  const auto host = lower(request.header("host").value_or(""));
  if (scheme != std::string::npos && !host.empty() && origin.substr(scheme + 3) == host)
    return true;
  return any_listed && std::find(listed_.begin(), listed_.end(), origin) != listed_.end();
}

}  // namespace frontdesk::net

// SPDX-License-Identifier: Apache-2.0
// head_of: the bytes before the body of an answer.
#include "net/http_session.hpp"

#include <array>
#include <ctime>

namespace frontdesk::net {
namespace {

// RFC 9110, 5.6.7. By hand: strftime would follow the locale.
std::string http_date(time_point now) {
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(now - day)};
  static constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<const char*, 12> months{
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::array<char, 48> out{};
  std::snprintf(
      out.data(),
      out.size(),
      "%s, %02u %s %04d %02d:%02d:%02d GMT",
      days.at(std::chrono::weekday{day}.c_encoding()),
      static_cast<unsigned>(date.day()),
      months.at(static_cast<unsigned>(date.month()) - 1),
      static_cast<int>(date.year()),
      static_cast<int>(clock.hours().count()),
      static_cast<int>(clock.minutes().count()),
      static_cast<int>(clock.seconds().count())
  );
  return out.data();
}

bool has(const http_response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return true;
  }
  return false;
}

}  // namespace

std::string head_of(const http_response& response, bool keep_alive, bool secure, time_point now) {
  std::string out = "HTTP/1.1 " + std::to_string(response.status) + " ";
  out.append(reason_phrase(response.status)).append("\r\n");
  const auto add = [&](std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
  };
  for (const auto& [name, value] : response.headers) add(name, value);
  add("Server", "frontdesk");
  add("Date", http_date(now));
  add("X-Content-Type-Options", "nosniff");
  add("Referrer-Policy", "no-referrer");
  add("X-Frame-Options", "DENY");  // for browsers that do not know frame-ancestors
  if (!has(response, "Content-Security-Policy")) {
    add("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }
  if (!has(response, "Cross-Origin-Resource-Policy")) {
    add("Cross-Origin-Resource-Policy", "same-origin");
  }
  if (secure) add("Strict-Transport-Security", "max-age=31536000");
  if (response.status != 204 && response.status != 304) {
    const auto size = response.fixed.empty() ? response.body.size() : response.fixed.size();
    add("Content-Length", std::to_string(size));
  }
  if (!keep_alive) add("Connection", "close");
  return out += "\r\n";
}

}  // namespace frontdesk::net

// SPDX-License-Identifier: Apache-2.0
#include "base/clock.hpp"

namespace frontdesk {
namespace chrono = std::chrono;

time_point system_clock::now() const {
  return chrono::time_point_cast<chrono::milliseconds>(chrono::system_clock::now());
}

namespace {

// The last `width` decimal digits of `value` from `out` on.
void put_digits(char* out, unsigned value, int width) {
  for (char* at = out + width; at != out; value /= 10) *--at = static_cast<char>('0' + value % 10);
}

template <class Count>
unsigned plain(Count count) {
  return static_cast<unsigned>(count);
}

}  // namespace

// By hand: a turn writes some seven times, and with snprintf that took 5 us of it.
std::string to_iso(time_point t) {
  const auto day = chrono::floor<chrono::days>(t);
  const chrono::year_month_day date{day};
  const chrono::hh_mm_ss time{t - day};
  std::string out = "0000-00-00T00:00:00.000Z";
  put_digits(&out[0], plain(static_cast<int>(date.year())), 4);
  put_digits(&out[5], plain(date.month()), 2);
  put_digits(&out[8], plain(date.day()), 2);
  put_digits(&out[11], plain(time.hours().count()), 2);
  put_digits(&out[14], plain(time.minutes().count()), 2);
  put_digits(&out[17], plain(time.seconds().count()), 2);
  put_digits(&out[20], plain(time.subseconds().count()), 3);
  return out;
}

namespace {

// Reads exactly `digits` decimal digits from the front of `text`; -1 when they are not there.
int take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return -1;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// `Z`, `+hh:mm` or `-hh:mm`, in minutes east of UTC, and nothing behind it.
std::optional<int> take_offset(std::string_view& text) {
  if (take(text, 'Z')) return text.empty() ? std::optional{0} : std::nullopt;
  const bool west = !text.empty() && text.front() == '-';
  if (!west && (text.empty() || text.front() != '+')) return std::nullopt;
  text.remove_prefix(1);
  const int hours = take_number(text, 2);
  if (hours < 0 || hours > 23 || !take(text, ':')) return std::nullopt;
  const int minutes = take_number(text, 2);
  if (minutes < 0 || minutes > 59 || !text.empty()) return std::nullopt;
  return (west ? -1 : 1) * (hours * 60 + minutes);
}

}  // namespace

std::optional<time_point> from_iso(std::string_view text) {
  const int year = take_number(text, 4);
  if (year < 0 || !take(text, '-')) return std::nullopt;
  const int month = take_number(text, 2);
  if (month < 0 || !take(text, '-')) return std::nullopt;
  const int day = take_number(text, 2);
  if (day < 0 || !take(text, 'T')) return std::nullopt;
  const int hour = take_number(text, 2);
  if (hour < 0 || hour > 23 || !take(text, ':')) return std::nullopt;
  const int minute = take_number(text, 2);
  if (minute < 0 || minute > 59) return std::nullopt;
  int second = 0;
  int millisecond = 0;
  if (take(text, ':')) {
    second = take_number(text, 2);
    if (second < 0 || second > 59) return std::nullopt;
    if (take(text, '.') && (millisecond = take_number(text, 3)) < 0) return std::nullopt;
  }
  const auto offset = take_offset(text);
  const chrono::year_month_day date{
      chrono::year{year},
      chrono::month{static_cast<unsigned>(month)},
      chrono::day{static_cast<unsigned>(day)}};
  if (!offset || !date.ok()) return std::nullopt;
  const auto t = time_point{chrono::sys_days{date}} + chrono::hours{hour} +
                 chrono::minutes{minute} + chrono::seconds{second} +
                 chrono::milliseconds{millisecond} - chrono::minutes{*offset};
  // An offset may lead out of the years that have four digits, and then it could not be written.
  const chrono::year_month_day there{chrono::floor<chrono::days>(t)};
  if (there.year() < chrono::year{0} || there.year() > chrono::year{9999}) return std::nullopt;
  return t;
}

}  // namespace frontdesk

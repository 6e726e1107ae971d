// SPDX-License-Identifier: Apache-2.0
#include "booking/calendar.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace frontdesk::booking {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

// The number at the front of `s`, at most two digits, cut off; nothing if there is none.
std::optional<int> take_number(std::string_view& s) {
  int value = 0;
  std::size_t digits = 0;
  while (digits < s.size() && s[digits] >= '0' && s[digits] <= '9') ++digits;
  if (digits == 0 || digits > 2) return std::nullopt;
  for (std::size_t i = 0; i < digits; ++i) value = value * 10 + (s[i] - '0');
  s.remove_prefix(digits);
  return value;
}

std::optional<int> number_word(std::string_view w) {
  static constexpr std::array<std::array<std::string_view, 2>, 12> names{
      {{"one", "una"},
       {"two", "dos"},
       {"three", "tres"},
       {"four", "cuatro"},
       {"five", "cinco"},
       {"six", "seis"},
       {"seven", "siete"},
       {"eight", "ocho"},
       {"nine", "nueve"},
       {"ten", "diez"},
       {"eleven", "once"},
       {"twelve", "doce"}}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (w == names[i][0] || w == names[i][1]) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

enum class half : unsigned char { unknown, am, pm };

struct half_read {
  half which = half::unknown;
  std::size_t words = 0;
};

// "am", "a.m." (two words to us), "de la tarde" at word `i`.
half_read half_at(const std::vector<word>& words, std::size_t i) {
  const auto at = [&](std::size_t k) {
    return i + k < words.size() ? std::string_view{words[i + k].folded} : "";
  };
  if (at(0) == "am") return {half::am, 1};
  if (at(0) == "pm") return {half::pm, 1};
  if (at(0) == "a" && at(1) == "m") return {half::am, 2};
  if (at(0) == "p" && at(1) == "m") return {half::pm, 2};
  if (is_one_of(at(0), {"de", "en", "por"}) && at(1) == "la") {
    if (at(2) == "manana") return {half::am, 3};
    if (at(2) == "tarde" || at(2) == "noche") return {half::pm, 3};
  }
  if (at(0) == "in" && at(1) == "the") {
    if (at(2) == "morning") return {half::am, 3};
    if (at(2) == "afternoon" || at(2) == "evening") return {half::pm, 3};
  }
  return {};
}

std::optional<minutes> at_clock(int hour, int minute, half h) {
  if (hour < 0 || hour > 23 || minute > 59) return std::nullopt;
  if (h != half::unknown && (hour < 1 || hour > 12)) return std::nullopt;
  if (h == half::pm && hour < 12) hour += 12;
  if (h == half::am && hour == 12) hour = 0;
  if (h == half::unknown && hour >= 1 && hour <= 7) hour += 12;
  return hours{hour} + minutes{minute};
}

}  // namespace

std::optional<std::chrono::weekday> weekday_named(std::string_view w) {
  static constexpr std::array<std::array<std::string_view, 9>, 7> names{{
      {"sunday", "sundays", "sun", "suns", "domingo", "domingos", "sundy", "", ""},
      {"monday", "mondays", "mon", "mons", "lunes", "monay", "mondy", "", ""},
      {"tuesday", "tuesdays", "tue", "tues", "martes", "teusday", "tuesdy", "tusday", ""},
      {"wednesday",
       "wednesdays",
       "wed",
       "weds",
       "miercoles",
       "wensday",
       "wednsday",
       "wednesdy",
       ""},
      {"thursday", "thursdays", "thu", "thur", "thurs", "jueves", "thrusday", "thursdy", "jeves"},
      {"friday", "fridays", "fri", "viernes", "vierness", "firday", "fridy", "biernes", ""},
      {"saturday", "saturdays", "sat", "sats", "sabado", "sabados", "saterday", "satuday", ""},
  }};
  if (w.empty()) return std::nullopt;
  for (unsigned day = 0; day < names.size(); ++day) {
    if (std::find(names[day].begin(), names[day].end(), w) != names[day].end())
      return std::chrono::weekday{day};
  }
  return std::nullopt;
}

std::optional<std::chrono::month> month_named(std::string_view w) {
  static constexpr std::array<std::array<std::string_view, 4>, 12> names{{
      {"january", "jan", "enero", "ene"},
      {"february", "feb", "febrero", "febr"},
      {"march", "mar", "marzo", ""},
      {"april", "apr", "abril", "abr"},
      {"may", "mayo", "", ""},
      {"june", "jun", "junio", ""},
      {"july", "jul", "julio", ""},
      {"august", "aug", "agosto", "ago"},
      {"september", "sep", "septiembre", "sept"},
      {"october", "oct", "octubre", ""},
      {"november", "nov", "noviembre", ""},
      {"december", "dec", "diciembre", "dic"},
  }};
  if (w.empty()) return std::nullopt;
  for (unsigned m = 0; m < names.size(); ++m) {
    if (std::find(names[m].begin(), names[m].end(), w) != names[m].end())
      return std::chrono::month{m + 1};
  }
  return std::nullopt;
}

std::optional<span_of_day> part_of_day(std::string_view w) {
  if (is_one_of(w, {"morning", "mornings", "am", "mananas"}))
    return span_of_day{std::nullopt, hours{12}};
  if (is_one_of(w, {"afternoon", "afternoons", "pm", "tarde", "tardes"}))
    return span_of_day{hours{12}, hours{17}};
  if (is_one_of(w, {"evening", "evenings", "night", "nights", "tonight", "noche", "noches"}))
    return span_of_day{hours{17}, std::nullopt};
  if (is_one_of(w, {"noon", "midday", "lunch", "lunchtime", "mediodia"}))
    return span_of_day{hours{12}, hours{13}};
  return std::nullopt;
}

std::optional<clock_time> clock_at(const std::vector<word>& words, std::size_t i) {
  if (i >= words.size()) return std::nullopt;
  std::string_view rest = words[i].folded;
  clock_time t{{}, 1, true};
  int minute = 0;
  auto hour = take_number(rest);
  if (!hour) {
    hour = number_word(words[i].folded);
    rest = {};
  }
  if (!hour) return std::nullopt;
  if (rest.starts_with(':')) {
    rest.remove_prefix(1);
    minute = take_number(rest).value_or(60);
    t.bare = false;
  }
  half h = half::unknown;
  if (rest == "am" || rest == "a")
    h = half::am;
  else if (rest == "pm" || rest == "p")
    h = half::pm;
  else if (!rest.empty())
    return std::nullopt;
  if (h == half::unknown) {
    const auto read = half_at(words, i + 1);
    h = read.which;
    t.words += read.words;
  }
  t.bare = t.bare && h == half::unknown;
  const auto at = at_clock(*hour, minute, h);
  if (!at) return std::nullopt;
  t.at = *at;
  return t;
}

}  // namespace frontdesk::booking

// SPDX-License-Identifier: Apache-2.0
#include "booking/wishes.hpp"

#include "booking/contacts.hpp"
#include "booking/names.hpp"
#include "booking/times.hpp"
#include "booking/words.hpp"

#include <algorithm>

namespace frontdesk::booking {
namespace {

void take(std::vector<bool>& taken, const located& what) {
  for (auto i = what.first; i < what.last; ++i) taken[i] = true;
}

std::string trimmed(std::string_view s) {
  constexpr std::string_view edge = " \t\r\n.,;:!-";
  const auto first = s.find_first_not_of(edge);
  if (first == std::string_view::npos) return "";
  return std::string{s.substr(first, s.find_last_not_of(edge) - first + 1)};
}

// Small words in front of a time that belong to it: "on Tuesday", "el lunes", "not on Fridays".
std::size_t with_lead(
    const std::vector<word>& words, const std::vector<bool>& taken, std::size_t first
) {
  while (first > 0 && !taken[first - 1] && !words[first - 1].comma_after &&
         is_one_of(
             words[first - 1].folded,
             {"next",
              "this",
              "early",
              "late",
              "the",
              "los",
              "las",
              "el",
              "la",
              "por",
              "en",
              "proximo",
              "proxima",
              "esta",
              "este",
              "any",
              "only",
              "solo",
              "a"}
         ))
    --first;
  while (is_one_of(words[first].folded, {"a", "the", "en", "por"}) && first + 1 < words.size())
    ++first;
  return first;
}

// The visitor's words from the first that speaks of times to the last, without what else stands
// between (a phone number).
std::string times_in_own_words(
    std::string_view text,
    const std::vector<word>& words,
    const std::vector<bool>& taken,
    const found_times& f
) {
  std::string own;
  for (auto i = with_lead(words, taken, f.first); i < f.last;) {
    if (taken[i]) {
      ++i;
      continue;
    }
    auto end = i;
    while (end + 1 < f.last && !taken[end + 1]) ++end;
    if (!own.empty()) own += ", ";
    own += trimmed(text.substr(words[i].begin, words[end].end - words[i].begin));
    i = end + 1;
  }
  return own;
}

}  // namespace

found extract(
    std::string_view text,
    std::chrono::local_time<std::chrono::minutes> local_now,
    [[maybe_unused]] bool spanish,
    expected asked
) {
  found f;
  const auto words = split(text);
  std::vector<bool> taken(words.size(), false);
  const auto email = find_email(text, words);
  if (email) {
    f.email = email->value;
    take(taken, *email);
  }
  const auto phone = find_phone(text, words);
  if (phone && !taken[phone->first]) {
    f.phone = phone->value;
    f.extension = phone->extension;
    take(taken, *phone);
  }
  f.returning = find_returning(text, asked == expected::returning);
  const auto times = find_times(text, words, taken, local_now, asked == expected::times);
  if (times.last > times.first) {
    f.wishes = times.wishes;
    const bool alone = asked == expected::times && !email && !phone;
    f.times = alone ? trimmed(text) : times_in_own_words(text, words, taken, times);
  }
  for (auto i = times.first; i < times.last; ++i) taken[i] = true;
  f.name = find_name(words, taken, asked == expected::name);
  return f;
}

}  // namespace frontdesk::booking

// SPDX-License-Identifier: Apache-2.0
#include "booking/contacts.hpp"

#include <algorithm>
#include <array>

namespace frontdesk::booking {
namespace {

bool all_digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The digits that a word stands for; empty if it is none.
std::string digits_of(const word& w) {
  if (all_digits(w.folded)) return w.folded;
  static constexpr std::array<std::array<std::string_view, 3>, 10> spoken{
      {{"zero", "oh", "cero"},
       {"one", "uno", "una"},
       {"two", "dos", "dos"},
       {"three", "tres", "tres"},
       {"four", "cuatro", "cuatro"},
       {"five", "cinco", "cinco"},
       {"six", "seis", "seis"},
       {"seven", "siete", "siete"},
       {"eight", "ocho", "ocho"},
       {"nine", "nueve", "nueve"}}};
  for (std::size_t digit = 0; digit < spoken.size(); ++digit) {
    for (const auto& name : spoken[digit]) {
      if (w.folded == name) return std::string(1, static_cast<char>('0' + digit));
    }
  }
  return w.folded == "o" ? "0" : "";
}

bool parts_digits(const word& w) {
  return is_one_of(w.folded, {"dash", "hyphen", "dot", "point", "space", "guion", "punto", "y"});
}

bool plus_before(std::string_view text, const word& w) {
  return w.begin > 0 && text[w.begin - 1] == '+';
}

bool north_american(std::string_view d) { return d.size() == 10 && d[0] >= '2' && d[3] >= '2'; }

std::optional<std::string> as_e164(const std::string& digits, bool plus) {
  if (north_american(digits) && !plus) return "+1" + digits;
  if (digits.size() == 11 && digits[0] == '1' && north_american(digits.substr(1)))
    return "+" + digits;
  // Mexico's country code is written without the plus more often than with it.
  if (digits.size() == 12 && digits.starts_with("52")) return "+" + digits;
  const bool abroad = plus && digits[0] != '1' && digits.size() >= 8 && digits.size() <= 15;
  return abroad ? std::optional{"+" + digits} : std::nullopt;
}

// The longest run of digit words from `first` that makes a number.
std::optional<located> number_at(
    std::string_view text, const std::vector<word>& words, std::size_t first
) {
  const bool plus = plus_before(text, words[first]);
  std::string digits;
  std::optional<located> best;
  for (std::size_t i = first; i < words.size(); ++i) {
    const auto more = digits_of(words[i]);
    if (more.empty() && (i == first || !parts_digits(words[i]))) break;
    digits += more;
    if (digits.size() > 15) break;
    if (more.empty()) continue;
    if (auto number = as_e164(digits, plus)) best = located{*number, first, i + 1, ""};
  }
  return best;
}

void add_extension(located& phone, const std::vector<word>& words) {
  auto i = phone.last;
  if (i >= words.size()) return;
  auto mark = words[i].folded;
  std::string digits;
  const auto number = mark.find_first_of("0123456789");
  if (number != std::string::npos) {
    digits = mark.substr(number);
    mark.resize(number);
  }
  if (!is_one_of(mark, {"x", "ext", "extn", "extension", "exten"})) return;
  if (digits.empty() && i + 1 < words.size() && all_digits(words[i + 1].folded))
    digits = words[++i].folded;
  if (!all_digits(digits) || digits.size() > 6) return;
  phone.extension = digits;
  phone.last = i + 1;
}

}  // namespace

std::optional<located> find_phone(std::string_view text, const std::vector<word>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (digits_of(words[i]).empty()) continue;
    if (auto found = number_at(text, words, i)) {
      add_extension(*found, words);
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace frontdesk::booking

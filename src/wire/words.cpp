// SPDX-License-Identifier: Apache-2.0
#include "wire/words.hpp"

#include <array>

namespace frontdesk::wire {
namespace {

constexpr std::array<std::string_view, 4> statuses{"bot", "waiting", "staff", "closed"};
constexpr std::array<std::string_view, 4> authors{"visitor", "bot", "staff", "system"};
constexpr std::array<std::string_view, 5> requests{
    "open", "proposed", "confirmed", "declined", "withdrawn"};
constexpr std::array<std::string_view, 5> alerts{
    "", "self_harm", "emergency", "misuse", "after_infusion"};

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& words, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i) {
    if (words[i] == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view word(chat::status s) { return statuses.at(static_cast<std::size_t>(s)); }
std::string_view word(chat::author a) { return authors.at(static_cast<std::size_t>(a)); }
std::string_view word(chat::request_status s) { return requests.at(static_cast<std::size_t>(s)); }
std::string_view word(chat::alert a) { return alerts.at(static_cast<std::size_t>(a)); }
std::string_view word(intent::language l) {
  return intent::language_codes.at(static_cast<std::size_t>(l));
}

std::optional<chat::status> status_of(std::string_view w) {
  return find<chat::status>(statuses, w);
}
std::optional<chat::author> author_of(std::string_view w) { return find<chat::author>(authors, w); }
std::optional<chat::request_status> request_status_of(std::string_view w) {
  return find<chat::request_status>(requests, w);
}
chat::alert alert_of(std::string_view w) {
  return find<chat::alert>(alerts, w).value_or(chat::alert::none);
}

intent::language language_of(std::string_view tag) {
  const auto first = tag.substr(0, tag.find_first_of("-_"));
  for (std::size_t i = 0; i < intent::language_count; ++i) {
    if (first == intent::language_codes[i]) return static_cast<intent::language>(i);
  }
  return intent::language::en;
}

}  // namespace frontdesk::wire

// SPDX-License-Identifier: Apache-2.0
// Lenient reading of what the store keeps: what is missing or of another kind is empty, since an
// older or a newer frontdesk may have written it.
#pragma once
#include "wire/reader.hpp"

namespace frontdesk::wire::stored {

inline const json::value* find(const json::object& from, std::string_view name) {
  const auto* v = from.if_contains({name.data(), name.size()});
  return v == nullptr || v->is_null() ? nullptr : v;
}

inline std::string text(const json::object& from, std::string_view name) {
  const auto* v = find(from, name);
  const auto* s = v == nullptr ? nullptr : v->if_string();
  return s == nullptr ? std::string{} : std::string{s->data(), s->size()};
}

inline std::optional<std::string> optional_text(const json::object& from, std::string_view name) {
  if (find(from, name) == nullptr) return std::nullopt;
  return text(from, name);
}

template <class Number>
Number number(const json::object& from, std::string_view name, Number otherwise = {}) {
  const auto* v = find(from, name);
  if (v == nullptr || !v->is_number()) return otherwise;
  json::error_code ec;
  const auto n = v->to_number<Number>(ec);
  return ec ? otherwise : n;
}

inline std::optional<bool> optional_truth(const json::object& from, std::string_view name) {
  const auto* v = find(from, name);
  const bool* b = v == nullptr ? nullptr : v->if_bool();
  return b == nullptr ? std::nullopt : std::optional{*b};
}
inline bool truth(const json::object& from, std::string_view name) {
  return optional_truth(from, name).value_or(false);
}

inline std::optional<time_point> optional_time(const json::object& from, std::string_view name) {
  return from_iso(text(from, name));
}
inline time_point time(const json::object& from, std::string_view name) {
  return optional_time(from, name).value_or(time_point{});
}

template <class Id>
Id id(const json::object& from, std::string_view name) {
  return Id::parse(text(from, name)).value_or(Id{});
}

inline const json::object* object(const json::object& from, std::string_view name) {
  const auto* v = find(from, name);
  return v == nullptr ? nullptr : v->if_object();
}

/// Calls `take` with each object of a list.
template <class Take>
void each(const json::object& from, std::string_view name, Take take) {
  const auto* v = find(from, name);
  const auto* list = v == nullptr ? nullptr : v->if_array();
  if (list == nullptr) return;
  for (const auto& item : *list) {
    if (const auto* o = item.if_object()) take(*o);
  }
}

/// The strings of a list.
inline std::vector<std::string> texts(const json::object& from, std::string_view name) {
  std::vector<std::string> out;
  const auto* v = find(from, name);
  const auto* list = v == nullptr ? nullptr : v->if_array();
  if (list == nullptr) return out;
  for (const auto& item : *list) {
    if (const auto* s = item.if_string()) out.emplace_back(s->data(), s->size());
  }
  return out;
}

}  // namespace frontdesk::wire::stored

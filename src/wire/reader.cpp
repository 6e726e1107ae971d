// SPDX-License-Identifier: Apache-2.0
#include "wire/reader.hpp"

#include <boost/json/parse.hpp>

namespace frontdesk::wire {

std::optional<json::object> parse_object(std::string_view text, std::size_t depth_max) {
  json::parse_options options;
  options.max_depth = depth_max;
  json::error_code ec;
  auto value = json::parse({text.data(), text.size()}, ec, {}, options);
  if (ec || !value.is_object()) return std::nullopt;
  return std::move(value.get_object());
}

const json::value* object_reader::find(std::string_view name) const {
  if (fault_) return nullptr;
  return from_.if_contains({name.data(), name.size()});
}

bool object_reader::has(std::string_view name) const {
  const auto* v = find(name);
  return v != nullptr && !v->is_null();
}

void object_reader::blame(std::string_view name, std::string_view what, errc code) {
  if (fault_) return;
  fault_.emplace();
  fault_->code = code;
  fault_->sentence.append("The field ").append(path_).append(name).append(" ").append(what);
  fault_->sentence += '.';
}

std::string object_reader::text(std::string_view name, std::size_t bytes_max) {
  auto found = optional_text(name, bytes_max);
  if (!found) blame(name, "is missing");
  return std::move(found).value_or(std::string{});
}

std::optional<std::string> object_reader::optional_text(
    std::string_view name, std::size_t bytes_max
) {
  const auto* v = find(name);
  if (v == nullptr || v->is_null()) return std::nullopt;
  const auto* s = v->if_string();
  if (s == nullptr) {
    blame(name, "is not a text");
    return std::nullopt;
  }
  if (s->size() > bytes_max) {
    blame(name, "is too long", errc::too_long);
    return std::nullopt;
  }
  return std::string{s->data(), s->size()};
}

std::uint64_t object_reader::number(std::string_view name, std::uint64_t from, std::uint64_t to) {
  const auto* v = find(name);
  json::error_code ec;
  const auto n = v != nullptr && v->is_number() ? v->to_number<std::uint64_t>(ec) : 0;
  if (v == nullptr || !v->is_number() || ec || n < from || n > to) {
    blame(name, v == nullptr ? "is missing" : "is not a number in its range");
    return from;
  }
  return n;
}

bool object_reader::truth(std::string_view name) {
  const auto* v = find(name);
  const bool* b = v == nullptr ? nullptr : v->if_bool();
  if (b == nullptr) blame(name, "is neither true nor false");
  return b != nullptr && *b;
}

time_point object_reader::time(std::string_view name) {
  const auto written = text(name, 64);
  const auto t = from_iso(written);
  if (!t) blame(name, "is not a time such as 2026-03-10T13:30:00Z");
  return t.value_or(time_point{});
}

const json::object* object_reader::optional_object(std::string_view name) {
  const auto* v = find(name);
  if (v == nullptr || v->is_null()) return nullptr;
  if (!v->is_object()) blame(name, "is not an object");
  return v->if_object();
}

const json::array* object_reader::array(std::string_view name) {
  const auto* v = find(name);
  const auto* a = v == nullptr ? nullptr : v->if_array();
  if (a == nullptr) blame(name, "is not a list");
  return a;
}

}  // namespace frontdesk::wire

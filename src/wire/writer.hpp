// SPDX-License-Identifier: Apache-2.0
// Writes JSON text straight into a string: frames are encoded once and shared, and building a
// document tree first cost four times as much as the text itself.
#pragma once
#include "base/clock.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

namespace frontdesk::wire {

/// Commas come by themselves. Strings must be well-formed UTF-8 (everything inside frontdesk is).
class json_writer {
 public:
  json_writer() { out_.reserve(256); }

  json_writer& open_object() { return open('{'); }
  json_writer& close_object() { return close('}'); }
  json_writer& open_array() { return open('['); }
  json_writer& close_array() { return close(']'); }
  json_writer& key(std::string_view name);

  json_writer& value(std::string_view text);
  json_writer& value(const char* text) { return value(std::string_view{text}); }
  json_writer& value(const std::string& text) { return value(std::string_view{text}); }
  json_writer& value(bool truth);
  json_writer& value(double number);  ///< what is not finite is written as 0
  json_writer& value(time_point t);
  json_writer& null();
  template <std::integral T>
  requires(!std::same_as<T, bool>) json_writer& value(T number) {
    return raw(std::to_string(number));
  }
  /// Text that is JSON already.
  json_writer& raw(std::string_view json);

  template <class T>
  json_writer& field(std::string_view name, const T& v) {
    key(name);
    return value(v);
  }
  /// Nothing is written when there is no value.
  template <class T>
  json_writer& field(std::string_view name, const std::optional<T>& v) {
    return v ? field(name, *v) : *this;
  }
  json_writer& field_unless_empty(std::string_view name, std::string_view text) {
    return text.empty() ? *this : field(name, text);
  }

  std::string take() { return std::move(out_); }

 private:
  json_writer& open(char c);
  json_writer& close(char c);
  void comma();
  std::string out_;
};

}  // namespace frontdesk::wire

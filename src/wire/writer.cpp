// SPDX-License-Identifier: Apache-2.0
#include "wire/writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace frontdesk::wire {
namespace {

void append_escaped(std::string& out, char c) {
  static constexpr char digits[] = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[static_cast<unsigned char>(c) & 15];
  }
}

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

void append_text(std::string& out, std::string_view text) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!needs_escape(text[i])) continue;
    out.append(text, from, i - from);
    append_escaped(out, text[i]);
    from = i + 1;
  }
  out.append(text, from);
}

}  // namespace

// What stands last tells whether a comma is due: only after a value, and a value never ends in one
// of these.
void json_writer::comma() {
  if (out_.empty()) return;
  const char last = out_.back();
  if (last != '{' && last != '[' && last != ':') out_ += ',';
}

json_writer& json_writer::open(char c) {
  comma();
  out_ += c;
  return *this;
}

json_writer& json_writer::close(char c) {
  out_ += c;
  return *this;
}

json_writer& json_writer::key(std::string_view name) {
  comma();
  out_.append("\"").append(name).append("\":");
  return *this;
}

json_writer& json_writer::value(std::string_view text) {
  comma();
  out_ += '"';
  append_text(out_, text);
  out_ += '"';
  return *this;
}

json_writer& json_writer::value(bool truth) { return raw(truth ? "true" : "false"); }
json_writer& json_writer::null() { return raw("null"); }
json_writer& json_writer::value(time_point t) { return value(to_iso(t)); }

json_writer& json_writer::value(double number) {
  if (!std::isfinite(number)) return raw("0");
  std::array<char, 40> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

json_writer& json_writer::raw(std::string_view json) {
  comma();
  out_ += json;
  return *this;
}

}  // namespace frontdesk::wire

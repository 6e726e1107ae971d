// SPDX-License-Identifier: Apache-2.0
// Writes indented JSON: two blanks a level, one value a line, so that a change of one sentence is a
// change of one line.
#pragma once
#include "intent/json_text.hpp"

#include <cstdio>
#include <functional>
#include <string>
#include <string_view>

namespace frontdesk::intent {

class json_writer {
 public:
  using inside = std::function<void()>;

  void object(const inside& write) { bracket('{', '}', write); }
  void array(const inside& write) { bracket('[', ']', write); }
  /// The name of the next value inside an object.
  json_writer& key(std::string_view name) {
    line();
    out_ += json_text::quoted(name) + ": ";
    after_key_ = true;
    return *this;
  }
  void string(std::string_view text) { scalar(json_text::quoted(text)); }
  void null() { scalar("null"); }
  void boolean(bool b) { scalar(b ? "true" : "false"); }
  void number(double n) {
    char text[32];
    std::snprintf(text, sizeof text, "%.10g", n);
    scalar(text);
  }
  /// The text so far, with a new line at its end.
  std::string text() const { return out_ + '\n'; }

 private:
  void scalar(std::string_view text) {
    if (!after_key_) line();
    after_key_ = false;
    out_ += text;
  }
  void bracket(char open, char close, const inside& write) {
    if (!after_key_) line();
    after_key_ = false;
    out_ += open;
    first_ = true;
    ++depth_;
    write();
    --depth_;
    const bool empty = first_;
    first_ = false;
    if (!empty) out_ += '\n' + std::string(depth_ * 2, ' ');
    out_ += close;
  }
  void line() {
    if (depth_ == 0) return;
    out_ += first_ ? "\n" : ",\n";
    out_ += std::string(depth_ * 2, ' ');
    first_ = false;
  }

  std::string out_;
  std::size_t depth_ = 0;
  bool first_ = true, after_key_ = false;
};

}  // namespace frontdesk::intent

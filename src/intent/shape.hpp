// SPDX-License-Identifier: Apache-2.0
// Reads values of a JSON tree into fields and says in plain words, with line and column, what does
// not fit.
#pragma once
#include "intent/json_text.hpp"
#include "intent/loading.hpp"

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::intent {

/// The reader of one file. A value that does not fit gives a finding and the field keeps what it
/// had. Keeps references to `file`, `text` and `findings`.
class shape {
 public:
  using node = json_text::node;
  using read_into = std::function<void(const node&)>;
  struct field {
    const char* name;
    read_into read;
    bool required = false;
  };

  shape(const std::string& file, std::string_view text, std::vector<finding>& findings);

  place at(std::size_t offset) const;
  place at(const node& n) const { return at(n.offset); }
  spot spot_at(std::size_t offset) const;
  /// The byte of the file at which byte `at` of a text stands (escapes are longer in the file).
  std::size_t inside(const node& text, std::size_t at) const;
  void fault(const node& n, std::string sentence, severity how = severity::error);
  void fault_at(std::size_t offset, std::string sentence, severity how = severity::error);

  /// An object with exactly these fields. Unknown, repeated and missing ones are faults; `what`
  /// names the object in sentences ("a topic").
  void object(const node& n, const char* what, std::initializer_list<field> fields);
  /// An object with free names: `read` is called for each.
  void each(const node& n, const std::function<void(const node::member&)>& read);
  /// An array: `read` is called for each element.
  void list(const node& n, const read_into& read);
  /// An object with a field for each language: `read` is called for those that are there.
  void languages(const node& n, const std::function<void(language, const node&)>& read);

  void string(const node& n, std::string& to);
  void boolean(const node& n, bool& to);
  /// A number within bounds, ends included.
  void number(const node& n, double least, double most, double& to);
  void strings(const node& n, lines& to);
  void text(const node& n, localized& to);
  /// `where`, if given, gets the place of each text.
  void texts(const node& n, by_language<lines>& to, by_language<spots>* where = nullptr);
  void date(const node& n, std::chrono::year_month_day& to);
  /// The topic of findings that follow.
  void about(std::string topic) { topic_ = std::move(topic); }

 private:
  bool is(const node& n, json_text::type t, const char* wanted);

  const std::string& file_;
  std::string_view text_;
  std::vector<std::size_t> line_begins_;
  std::vector<finding>& findings_;
  std::string topic_;
};

/// The nearest of `known` if it is near enough to be what was meant, as " Did you mean "x"?"; else
/// empty.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);
/// Number of letters to change, insert, delete or exchange with a neighbour (optimal string
/// alignment).
int edit_distance(std::string_view a, std::string_view b);
/// "2026-11-23", or nothing.
std::optional<std::chrono::year_month_day> to_date(std::string_view text);
std::string to_text(std::chrono::year_month_day day);

}  // namespace frontdesk::intent

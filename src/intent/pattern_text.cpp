// SPDX-License-Identifier: Apache-2.0
#include "intent/pattern_text.hpp"

#include "intent/text.hpp"

#include <algorithm>

namespace frontdesk::intent::patterns {
namespace {

constexpr std::string_view special = "()[]|\"~*<>";

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Recursive descent; the first fault stops it.
class reader {
 public:
  explicit reader(std::string_view text) : text_(text) {}

  parsed read() {
    parsed out;
    if (text_.size() > bytes_max) fail(0, "The pattern is too long; make several of it.");
    skip();
    out.pattern.first = take('<');
    out.pattern.row = read_row(0);
    out.pattern.last = take('>');
    skip();
    if (at_ < text_.size()) fail(at_, unexpected(text_[at_]));
    if (fault_.empty() && !needs_word(out.pattern.row)) {
      fail(0, "The pattern would match without any word; it needs one that is not optional.");
    }
    out.fault = fault_;
    out.fault_at = fault_at_;
    return out;
  }

 private:
  static std::string unexpected(char c) {
    switch (c) {
      case ')':
      case ']':
        return std::string("\"") + c + "\" closes a bracket that was never opened.";
      case '|':
        return "\"|\" stands between alternatives inside brackets: (a|b).";
      case '<':
        return "\"<\" can only stand at the beginning of a pattern.";
      default:
        return "\">\" can only stand at the end of a pattern.";
    }
  }

  row read_row(int depth) {
    row out;
    for (skip(); fault_.empty() && at_ < text_.size(); skip()) {
      const char c = text_[at_];
      if (c == '(' || c == '[') {
        out.push_back(read_group(depth));
      } else if (c == '*') {
        out.push_back(read_gap());
      } else if (c == '"') {
        read_exact(out);
      } else if (c == '~') {
        ++at_;
        read_words(out, part::synonym);
      } else if (special.find(c) == special.npos) {
        read_words(out, part::word);
      } else {
        break;
      }
    }
    return out;
  }

  element read_group(int depth) {
    element out;
    out.type = part::group;
    out.at = at_;
    out.optional = text_[at_] == '[';
    const char close = out.optional ? ']' : ')';
    if (depth == depth_max) fail(at_, "Brackets are nested too deep.");
    do {
      ++at_;
      const auto begin = at_;
      out.oneof.push_back(read_row(depth + 1));
      if (fault_.empty() && out.oneof.back().empty()) {
        fail(begin, "An alternative is empty; write [a] for a word that may be missing.");
      }
    } while (fault_.empty() && at_ < text_.size() && text_[at_] == '|');
    if (fault_.empty() && !take(close)) {
      fail(out.at, std::string("This bracket is not closed with \"") + close + "\".");
    }
    return out;
  }

  element read_gap() {
    element out;
    out.type = part::gap;
    out.at = at_++;
    const auto digits = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9' && at_ - digits < 4) {
      out.words = out.words * 10 + (text_[at_++] - '0');
    }
    if (digits == at_) out.words = 3;
    if (out.words < 1 || out.words > gap_max) {
      fail(out.at, "A gap may be 1 to " + std::to_string(gap_max) + " words wide.");
    }
    return out;
  }

  void read_exact(row& out) {
    const auto open = at_++;
    const auto close = text_.find('"', at_);
    if (close == text_.npos) return fail(open, "The quotation mark is not closed.");
    add(out, part::exact, text_.substr(at_, close - at_), open);
    at_ = close + 1;
  }

  void read_words(row& out, part type) {
    const auto begin = at_;
    while (at_ < text_.size() && !blank(text_[at_]) && special.find(text_[at_]) == special.npos) {
      ++at_;
    }
    const auto word = text_.substr(begin, at_ - begin);
    if (type == part::word && at_ < text_.size() && text_[at_] == '*') {
      ++at_;
      type = part::prefix;
    }
    add(out, type, word, begin);
  }

  // What is written as one word may be several to the tokeniser ("self-harm"); a synonym stays one.
  void add(row& out, part type, std::string_view words, std::size_t at) {
    element e;
    e.type = type;
    e.at = at;
    if (type == part::synonym) {
      e.text = normalise(words);
      if (e.text.empty()) return fail(at, "After \"~\" stands a word of a group of synonyms.");
      out.push_back(std::move(e));
      return;
    }
    const auto before = out.size();
    for (const auto& t : tokenise(words)) {
      e.text = t.normal;
      out.push_back(e);
    }
    if (out.size() == before) fail(at, "Here must stand a word.");
    // Only the last one of several is open at its end.
    for (auto i = before; type == part::prefix && i + 1 < out.size(); ++i) {
      out[i].type = part::word;
    }
  }

  static bool needs_word(const row& r) {
    return std::any_of(r.begin(), r.end(), [](const element& e) {
      if (e.optional || e.type == part::gap) return false;
      return e.type != part::group || std::all_of(e.oneof.begin(), e.oneof.end(), needs_word);
    });
  }

  void skip() {
    while (at_ < text_.size() && blank(text_[at_])) ++at_;
  }
  bool take(char c) {
    skip();
    if (!fault_.empty() || at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void fail(std::size_t at, std::string sentence) {
    if (!fault_.empty()) return;
    fault_ = std::move(sentence);
    fault_at_ = at;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string fault_;
  std::size_t fault_at_ = 0;
};

}  // namespace

parsed parse(std::string_view text) { return reader(text).read(); }

}  // namespace frontdesk::intent::patterns

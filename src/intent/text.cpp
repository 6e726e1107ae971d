// SPDX-License-Identifier: Apache-2.0
#include "intent/text.hpp"

#include "intent/letters.hpp"
#include "intent/stemming.hpp"

#include <algorithm>

namespace frontdesk::intent {
namespace {

// A run of three or more letters is emphasis in both languages. Two are kept, for "helllo" and
// "gooood"; at the end only one, except for letters that end words doubled ("killl", "freeee").
void shorten_runs(std::string& word) {
  std::size_t out = 0;
  for (std::size_t i = 0; i < word.size();) {
    std::size_t end = i + 1;
    while (end < word.size() && word[end] == word[i]) ++end;
    const auto c = static_cast<unsigned char>(word[i]);
    std::size_t keep = end - i;
    if (keep > 2 && c >= 'a' && c <= 'z') {
      keep = end < word.size() || std::string_view("lsfze").find(word[i]) != std::string_view::npos
                 ? 2
                 : 1;
    }
    for (std::size_t k = 0; k < keep; ++k) word[out++] = word[i];
    i = end;
  }
  word.resize(out);
}

// Reads one message; a member for each thing that is open while reading.
class reader {
 public:
  explicit reader(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 5 + 1); }

  std::vector<token> run() {
    for (std::size_t at = 0; at < text_.size();) at = next(at);
    close();
    return std::move(tokens_);
  }

 private:
  std::size_t next(std::size_t at) {
    const letter l = read_letter(text_, at);
    switch (l.is) {
      case letter_kind::word:
        open(at);
        add(l.folded);
        end_ = at + l.bytes;
        break;
      case letter_kind::joined:  // an apostrophe belongs to the word only between letters
        if (!opened_ || !letter_follows(at + l.bytes)) close();
        break;
      case letter_kind::mark:
        if (opened_) end_ = at + l.bytes;
        break;
      case letter_kind::alone:
        close();
        open(at);
        add(l.folded);
        end_ = at + l.bytes;
        close();
        break;
      default:
        close();
        separate(l.is);
    }
    return at + l.bytes;
  }

  bool letter_follows(std::size_t at) const {
    return at < text_.size() && read_letter(text_, at).is == letter_kind::word;
  }

  void open(std::size_t at) {
    if (opened_) return;
    opened_ = true;
    tokens_.emplace_back();
    tokens_.back().offset = static_cast<std::uint32_t>(at);
  }

  void add(std::string_view folded) {
    auto& normal = tokens_.back().normal;
    // Runs are counted here already, so that a word of 16 KB of one letter stays short.
    if (normal.size() + folded.size() <= normal_bytes_max) normal += folded;
  }

  void close() {
    if (!opened_) return;
    opened_ = false;
    token& t = tokens_.back();
    t.length = static_cast<std::uint32_t>(end_ - t.offset);
    shorten_runs(t.normal);
    t.stem = stems(t.normal);
  }

  void separate(letter_kind is) {
    if (tokens_.empty()) return;
    token& last = tokens_.back();
    if (is == letter_kind::comma) last.comma = true;
    if (is == letter_kind::question) last.question = true;
    if (is == letter_kind::question || is == letter_kind::stop) last.ends_sentence = true;
  }

  std::string_view text_;
  std::vector<token> tokens_;
  bool opened_ = false;
  std::size_t end_ = 0;
};

}  // namespace

std::vector<token> tokenise(std::string_view text) { return reader(text).run(); }

std::string normalise(std::string_view text) {
  std::string all;
  for (const token& t : tokenise(text)) {
    if (!all.empty()) all += ' ';
    all += t.normal;
  }
  return all;
}

}  // namespace frontdesk::intent

// SPDX-License-Identifier: Apache-2.0
// One character of a message: what it does to words, and its folded form.
#pragma once
#include <cstdint>
#include <string_view>

namespace frontdesk::intent {

enum class letter_kind : std::uint8_t {
  word,      ///< a letter or digit
  joined,    ///< an apostrophe: dropped inside a word
  mark,      ///< an accent, joiner or variation selector: dropped
  alone,     ///< an emoji or currency sign: a word of its own
  space,     ///< separates words
  comma,     ///< separates parts of a sentence
  stop,      ///< ends a sentence
  question,  ///< ends a question
};

struct letter {
  letter_kind is = letter_kind::space;
  std::uint8_t bytes = 1;  ///< in the original; at least 1
  /// Lower case without accents, UTF-8. Points into static storage or the text; empty unless `word`
  /// or `alone`.
  std::string_view folded;
};

/// The character at `at`; a malformed byte is a space of one byte. Precondition: at < text.size().
/// `folded` is valid until the next call on the same thread.
letter read_letter(std::string_view text, std::size_t at);

}  // namespace frontdesk::intent

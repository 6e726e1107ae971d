// SPDX-License-Identifier: Apache-2.0
// From bytes to words: the one place that decides what a word is and when two words are the same.
#pragma once
#include "intent/model.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::intent {

/// One word of a message. A word is a run of letters and digits of any script; a currency sign and
/// an emoji (without skin tone and joiners) are a word each; all else separates words.
struct token {
  std::uint32_t offset = 0, length = 0;  ///< bytes in the original text
  /// Lower case, without accents ("ñ" too: people leave them out), apostrophes and hyphens inside
  /// a contraction dropped ("don't" and "don’t" are "dont", "i'm" is "im"), three or more of the
  /// same letter shortened ("helllp" is "hellp", "sooo" is "so"). At most `normal_bytes_max`.
  std::string normal;
  by_language<std::string> stem;  ///< Snowball stem of `normal`, as the language would have it
  bool ends_sentence = false;  ///< . ? ! ; … or a line's end stands between it and the next word
  bool question = false;       ///< that sentence ended with a question mark
  bool comma = false;          ///< a comma, colon, dash or bracket follows
};

/// The longest normal form; a longer word is cut (a real one has at most some 35 letters).
inline constexpr std::size_t normal_bytes_max = 64;

/// The words of well-formed UTF-8 (malformed bytes separate words). Time linear in the text. Any
/// thread.
std::vector<token> tokenise(std::string_view text);

/// The normal form of a single word or phrase: its words with one blank between.
std::string normalise(std::string_view text);

/// Snowball stem of a normal form. Spanish: the accents that the stemmer needs are put back where
/// the ending allows only one reading ("infusion" as "infusión"). Any thread; a small cache per
/// thread makes a repeated word cost 20 ns instead of 400.
std::string stem(std::string_view normal, language in);

}  // namespace frontdesk::intent

// SPDX-License-Identifier: Apache-2.0
// A message as words: folded to lower case without accents, each with its place in the text.
#pragma once
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::booking {

struct word {
  std::string folded;        ///< lower case, no accents, apostrophes dropped ("i'm" -> "im")
  std::string_view written;  ///< as in the text
  std::size_t begin = 0, end = 0;
  bool comma_after = false;  ///< a comma, full stop or line end follows before the next word
};

/// Letters, digits and apostrophes make words; everything else parts them. A time such as "10:30"
/// stays one word, and so does a number joined to letters ("10am"). `text` must outlive the words.
std::vector<word> split(std::string_view text);
/// Lower case without accents, word by word with one space between: for comparing short answers.
std::string folded(std::string_view text);
/// Whether one of the words of the text, folded, is one of `any`.
bool has_word(std::string_view text, std::initializer_list<std::string_view> any);
bool is_one_of(std::string_view what, std::initializer_list<std::string_view> of);

}  // namespace frontdesk::booking

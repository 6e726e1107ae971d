// SPDX-License-Identifier: Apache-2.0
// A message in parts that may each be a question of their own.
#pragma once
#include "intent/text.hpp"

#include <vector>

namespace frontdesk::intent {

struct clause {
  std::size_t begin = 0, end = 0;  ///< words [begin, end)
  bool sentence = false;           ///< begins a sentence; otherwise after "and", a comma, "but"
  bool negated = false;            ///< says what is not wanted ("i don't want to book")
  bool asks = false;               ///< has a question mark or begins like a question
};

/// Parts of a message, in order, at most `clauses_max`; the rest stays with the last. Words that
/// only join ("and", "y") belong to no part. Linear.
std::vector<clause> clauses_of(const std::vector<token>& words);

inline constexpr std::size_t clauses_max = 24;

}  // namespace frontdesk::intent

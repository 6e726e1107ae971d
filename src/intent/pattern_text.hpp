// SPDX-License-Identifier: Apache-2.0
// The pattern language of intents/README.md as a tree: from text to rows of words, with the place
// of a fault inside the pattern.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::intent::patterns {

/// The kinds of parts that a row is made of.
enum class part : unsigned char {
  word,     ///< `infusion`: the word in any form
  exact,    ///< `"infusion"`
  prefix,   ///< `infus*`
  synonym,  ///< `~infusion`
  group,    ///< `(a|b c)`, or `[a|b]` when optional
  gap,      ///< `*`, `*7`
};

struct element;
using row = std::vector<element>;

/// One part of a row.
struct element {
  part type = part::word;
  std::string text;        ///< normal form of word, exact, prefix and synonym
  std::vector<row> oneof;  ///< of a group
  int words = 0;           ///< of a gap: at most so many
  bool optional = false;
  std::size_t at = 0;  ///< byte in the pattern
};

struct pattern {
  bool first = false, last = false;  ///< `<` and `>`
  patterns::row row;
};

/// The tree, or (fault not empty) what is wrong and at which byte.
struct parsed {
  patterns::pattern pattern;
  std::string fault;
  std::size_t fault_at = 0;
};

/// Longest pattern, deepest brackets, widest gap. Beyond them a pattern is a fault, so that no
/// pattern costs more than its share of memory and time.
inline constexpr std::size_t bytes_max = 8192;
inline constexpr int depth_max = 6;
inline constexpr int gap_max = 20;

/// Reads one pattern. Never throws; time linear in the text.
parsed parse(std::string_view text);

}  // namespace frontdesk::intent::patterns

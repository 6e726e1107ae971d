// SPDX-License-Identifier: Apache-2.0
// One pattern as a nondeterministic automaton. Gaps are bounded and nothing repeats, so its states
// have an order and every step leads forward: a message of n words costs at most n times the edges
// that its words have, whatever the pattern.
#pragma once
#include <cstdint>
#include <vector>

namespace frontdesk::intent::patterns {

using atom = std::uint32_t;  ///< a condition on one word, numbered by the pattern set
using state = std::uint16_t;

struct edge {
  patterns::atom atom = 0;
  state from = 0, to = 0;
};
struct step {
  state from = 0, to = 0;
};

/// The atoms that hold for each word of a message, as one list with the beginning of each word's.
struct atoms_of_words {
  std::vector<atom> atoms;
  std::vector<std::uint32_t> begin{0};  ///< one more than there are words
  std::size_t words() const { return begin.size() - 1; }
};

struct automaton {
  std::vector<edge> edges;      ///< sorted by atom: those that take a word with that atom
  std::vector<step> any, free;  ///< those that take any word, and none; sorted by `from`
  state end = 0;                ///< 0 is the beginning
  bool first = false, last = false;

  /// Whether it matches with at least one word that `masked` (one flag a word, or nullptr) does not
  /// cover. Words taken by gaps do not count. With `starts`/`ends` an anchored pattern may also
  /// begin or end where these have a flag (sentences).
  struct bounds {
    const std::vector<char>* starts = nullptr;  ///< a sentence begins with this word
    const std::vector<char>* ends = nullptr;    ///< a sentence ends with it
  };
  bool matches(const atoms_of_words& in, const std::vector<char>* masked, bounds b) const;

  /// Sets the flag of every word that takes part in some match, words of gaps aside.
  void mark(const atoms_of_words& in, std::vector<char>& words, bounds b) const;

 private:
  using states = std::vector<unsigned char>;
  bool may_begin(std::size_t word, bounds b) const;
  bool may_end(std::size_t word, std::size_t words, bounds b) const;
  void advance(
      const atoms_of_words& in, std::size_t word, bool counts, const states& now, states& next
  ) const;
};

}  // namespace frontdesk::intent::patterns

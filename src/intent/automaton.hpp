// SPDX-License-Identifier: Apache-2.0
// One pattern as a nondeterministic automaton. Gaps are bounded and nothing repeats, so its states
// have an order and every step leads forward: one pass over the steps finds all places in the
// message at which each state can be reached, 64 words at a time.
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace frontdesk::intent::patterns {

using atom = std::uint32_t;  ///< a condition on one word, numbered by the pattern set
using state = std::uint16_t;

/// Words of one message, by number; one more place than there are words, for what comes after all.
class word_set {
 public:
  explicit word_set(std::size_t words) : bits_(width_for(words)) {}
  static std::size_t width_for(std::size_t words) { return words / 64 + 1; }

  void add(std::size_t word) { bits_[word / 64] |= std::uint64_t{1} << word % 64; }
  bool has(std::size_t word) const { return (bits_[word / 64] >> word % 64 & 1U) != 0; }
  std::uint64_t* bits() { return bits_.data(); }
  const std::uint64_t* bits() const { return bits_.data(); }

 private:
  std::vector<std::uint64_t> bits_;
};

/// For which words of a message each atom holds.
class atoms_of_words {
 public:
  /// `atoms`: how many the pattern set has.
  atoms_of_words(std::size_t words, std::size_t atoms)
      : words_(words), width_(word_set::width_for(words)), number_(atoms, none) {}
  void add(atom a, std::size_t word);

  std::size_t words() const { return words_; }
  std::size_t width() const { return width_; }  ///< numbers of 64 bits that a set of words takes
  /// Those that hold for any word, each once.
  const std::vector<atom>& atoms() const { return atoms_; }
  bool has(atom a) const { return number_[a] != none; }
  /// The words for which an atom that is there holds.
  const std::uint64_t* where(atom a) const { return bits_.data() + number_[a] * width_; }

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::size_t words_, width_;
  std::vector<atom> atoms_;
  std::vector<std::uint32_t> number_;  // by atom: its place in `atoms_`, or none
  std::vector<std::uint64_t> bits_;    // of `atoms_`
};

/// From one state to a later one.
struct step {
  static constexpr atom any = std::numeric_limits<atom>::max();  ///< takes any word
  static constexpr atom nothing = any - 1;                       ///< takes none
  atom takes = nothing;
  state from = 0, to = 0;
};

struct automaton {
  std::vector<step> steps;  ///< sorted by `from`
  state end = 0;            ///< 0 is the beginning
  bool first = false, last = false;

  /// With these an anchored pattern may also begin or end inside of the message.
  struct bounds {
    const word_set* starts = nullptr;  ///< a sentence begins with this word
    const word_set* ends = nullptr;    ///< a sentence ends with it
  };
  /// Whether it matches with at least one word that `masked` (or nullptr) does not have. Words
  /// taken by gaps do not count.
  bool matches(const atoms_of_words& in, const word_set* masked, bounds b) const;

  /// Adds every word that takes part in some match, words of gaps aside.
  void mark(const atoms_of_words& in, word_set& words, bounds b) const;

 private:
  void begin(const atoms_of_words& in, bounds b, std::uint64_t* places) const;
  void finish(const atoms_of_words& in, bounds b, std::uint64_t* places) const;
  void reach(const atoms_of_words& in, bounds b, std::vector<std::uint64_t>& rows) const;
};

}  // namespace frontdesk::intent::patterns

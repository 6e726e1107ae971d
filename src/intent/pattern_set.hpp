// SPDX-License-Identifier: Apache-2.0
// Many patterns against one message. A pattern is only run when the message has a word for each of
// its parts that it cannot do without, so most of them cost nothing.
#pragma once
#include "intent/automaton.hpp"
#include "intent/flat_index.hpp"
#include "intent/pattern_text.hpp"
#include "intent/text.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace frontdesk::intent::patterns {

/// Numbers of patterns: from the first to before the last.
struct range {
  std::size_t begin = 0, end = static_cast<std::size_t>(-1);
};

/// Patterns of both languages, numbered in the order in which they were added.
class set {
 public:
  /// `synonyms` is only used while adding.
  explicit set(const by_language<std::vector<lines>>& synonyms) : synonyms_(&synonyms) {}
  set() = default;

  /// Adds one; its number. A faulty pattern gets a number too and never matches (check.hpp and the
  /// loader say what is wrong with it).
  std::size_t add(std::string_view text, language in);
  /// After the last `add`, before the first look.
  void finish();
  std::size_t size() const { return automata_.size(); }

  /// Which conditions hold for each word. `also`, if given, are other readings of words (repaired
  /// spellings): pairs of word number and token.
  using reading = std::pair<std::size_t, token>;
  atoms_of_words look(std::span<const token> words, const std::vector<reading>& also = {}) const;
  /// Numbers, ascending, of those in the range that match with a word outside of the mask.
  std::vector<std::size_t> find(
      const atoms_of_words& in,
      range among = {},
      const word_set* masked = nullptr,
      automaton::bounds b = {}
  ) const;
  const automaton& at(std::size_t number) const { return automata_[number]; }

  /// Every word that some pattern names, in normal form: what spelling repair may lead to.
  const std::vector<std::string>& vocabulary() const { return vocabulary_; }

 private:
  struct builder;
  /// Atoms of which one must be there.
  using alternatives = std::vector<atom>;

  atom intern(part type, const std::string& word, language in);
  template <class F>
  void each_atom(const token& t, F f) const;
  alternatives rarest(const std::vector<alternatives>& of) const;
  bool may_match(std::size_t pattern, const atoms_of_words& in) const;

  const by_language<std::vector<lines>>* synonyms_ = nullptr;
  std::vector<automaton> automata_;
  std::vector<std::vector<alternatives>> needed_;  ///< by pattern: all of these
  std::vector<std::vector<std::uint32_t>> keyed_;  ///< by atom: patterns that wait for it
  by_language<flat_index> stems_;                  ///< by the word's hash: which of the atoms below
  flat_index exact_;
  by_language<std::vector<atom>> stem_atoms_;
  std::vector<atom> exact_atoms_;
  std::map<char, std::vector<std::pair<std::string, atom>>> prefixes_;
  std::vector<std::uint32_t> used_;  ///< by atom: how many steps take it
  std::vector<std::string> vocabulary_;
};

}  // namespace frontdesk::intent::patterns

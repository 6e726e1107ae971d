// SPDX-License-Identifier: Apache-2.0
// Many patterns against one message. A pattern is only looked at when the message has one of the
// words that it cannot do without, so most of them cost nothing.
#pragma once
#include "intent/automaton.hpp"
#include "intent/pattern_text.hpp"
#include "intent/text.hpp"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace frontdesk::intent::patterns {

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
  atoms_of_words look(const std::vector<token>& words, const std::vector<reading>& also = {}) const;
  /// Numbers, ascending, of those that match with a word outside of the mask.
  std::vector<std::size_t> find(
      const atoms_of_words& in, const std::vector<char>* masked = nullptr, automaton::bounds b = {}
  ) const;
  const automaton& at(std::size_t number) const { return automata_[number]; }

  /// Every word that some pattern names, in normal form: what spelling repair may lead to.
  const std::vector<std::string>& vocabulary() const { return vocabulary_; }

 private:
  struct builder;
  struct same {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  using atom_by_word = std::unordered_map<std::string, atom, same, std::equal_to<>>;

  atom intern(part type, const std::string& word, language in);
  void atoms_of(const token& t, std::vector<atom>& to) const;

  const by_language<std::vector<lines>>* synonyms_ = nullptr;
  std::vector<automaton> automata_;
  std::vector<std::vector<std::vector<atom>>> needed_;  ///< while adding: per pattern, alternatives
  std::vector<std::vector<std::uint32_t>> keyed_;       ///< by atom: patterns that wait for it
  by_language<atom_by_word> stems_;
  atom_by_word exact_;
  std::map<char, std::vector<std::pair<std::string, atom>>> prefixes_;
  std::vector<std::uint32_t> used_;  ///< by atom: how many patterns have it
  std::vector<std::string> vocabulary_;
};

}  // namespace frontdesk::intent::patterns

// SPDX-License-Identifier: Apache-2.0
// What a writer in distress, in a hurry or in hiding may have meant: words of the safety patterns
// behind typing mistakes, digits for letters, blanks inside words or none between them. Nothing is
// replaced; other readings are heard beside what is written.
#pragma once
#include "intent/flat_index.hpp"
#include "intent/pattern_set.hpp"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace frontdesk::intent {

/// One way to hear a message.
struct heard {
  std::vector<token> words;
  std::vector<patterns::set::reading> also;  ///< other readings of single words
};

/// Never changes once made; any thread.
class hearing {
 public:
  hearing() = default;
  /// `wanted`: words worth hearing. `known`: ordinary words that are never taken for mistakes.
  /// Both in normal form.
  hearing(const std::vector<std::string>& wanted, const std::unordered_set<std::string>& known);

  /// The message as written with other readings of its words; and, where words seem to be torn or
  /// glued, a second way with these mended. Linear in the message.
  std::vector<heard> hear(std::string_view text, const std::vector<token>& words) const;

 private:
  // Wanted words by one of their keys.
  struct by_key {
    flat_index keys;
    std::vector<lines> words;
    void add(const std::string& key, const std::string& word);
    const lines& find(const std::string& key) const;
  };

  std::vector<std::string> readings_of(const std::string& word) const;
  void repair(const std::string& word, std::vector<std::string>& to) const;
  void read_digits(const std::string& word, std::vector<std::string>& to) const;
  heard with_readings(std::vector<token> words) const;
  bool mend(std::vector<token>& words) const;
  bool glued(const token& word, std::vector<token>& to) const;
  bool is_word(const std::string& word) const { return is_wanted(word) || is_known(word); }
  bool is_wanted(std::string_view word) const {
    return wanted_.find(hash_of(word)) != flat_index::none;
  }
  bool is_known(std::string_view word) const {
    return known_.find(hash_of(word)) != flat_index::none;
  }

  flat_index wanted_, known_;
  by_key without_letter_;  ///< deletion index
  by_key squeezed_;        ///< without double letters
};

}  // namespace frontdesk::intent

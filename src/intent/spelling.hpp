// SPDX-License-Identifier: Apache-2.0
// Repairs misspelt words towards known ones, by a deletion index (SymSpell): a look-up costs some
// hash probes, however many words there are.
#pragma once
#include "intent/flat_index.hpp"
#include "intent/model.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::intent {

/// Optimal string alignment distance (insert, delete, replace, swap neighbours), or `most` + 1 if
/// it is above `most`.
int spelling_distance(std::string_view a, std::string_view b, int most);

class speller {
 public:
  /// A word to repair towards, with how often it is met by language; more often wins a tie.
  void add(std::string_view normal, const by_language<std::uint32_t>& times);

  /// The known word that `normal` stands for, or nothing when it is known itself, in the dictionary
  /// (lexical.hpp), protected (a drug's name), has a digit, is shorter than 3 letters, or nothing
  /// is near: one change, two for words of 8 letters or more.
  std::string_view repair(std::string_view normal, language in) const;

 private:
  struct known {
    std::string text;
    by_language<std::uint32_t> times;
  };
  template <class F>
  void near(std::string_view normal, F f) const;

  std::vector<known> words_;
  struct link {
    std::uint32_t word, next;  ///< `next`: of the words with the same deletion, or flat_index::none
  };
  flat_index exact_, deletions_;
  std::vector<std::uint32_t> first_;  ///< by deletion: its first link
  std::vector<link> links_;
};

/// Whether it is the name of a drug that a patient may take: never changed into another word.
bool is_drug_name(std::string_view normal);

}  // namespace frontdesk::intent

// SPDX-License-Identifier: Apache-2.0
// Reads WordNet's files (wndb(5WN)) into which stem stands near which, the table that the vectors
// are made of, and into what is a kind of what.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace frontdesk::vectors {

struct cell {
  std::uint32_t column = 0;
  float value = 0;
};

struct table {
  std::vector<std::string> stems;  ///< of each row
  std::vector<std::vector<cell>> rows;
  std::uint32_t columns = 0;
  std::unordered_set<std::string> words;  ///< the dictionary, in normal form
  /// Of each synset of nouns and verbs the one that it is a kind of; its own number at the top.
  std::vector<std::uint32_t> above;
  /// Synsets of nouns and of verbs that a stem stands for by itself, the most usual first.
  std::map<std::string, std::array<std::vector<std::uint32_t>, 2>> senses;
};

/// From the folder with data.noun, data.verb, data.adj, data.adv and index.noun, index.verb. Throws
/// std::runtime_error if they are not there.
table read_wordnet(const std::string& folder);

}  // namespace frontdesk::vectors

// SPDX-License-Identifier: Apache-2.0
// Reads WordNet's data files (wndb(5WN)) into which stem stands near which: the table that the
// vectors are made of.
#pragma once
#include <cstdint>
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
};

/// From the folder with data.noun, data.verb, data.adj, data.adv. Throws std::runtime_error if
/// they are not there.
table read_wordnet(const std::string& folder);

}  // namespace frontdesk::vectors

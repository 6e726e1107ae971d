// SPDX-License-Identifier: Apache-2.0
// The constants of the feature blocks, and the loops that fitting and reading share.
#pragma once
#include "intent/flat_index.hpp"
#include "intent/sparse.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace frontdesk::intent::blocks {

// Weights of the blocks, chosen on the average of all public sets (src/intent/README.md).
inline constexpr float words = 1.0F, letters = 1.0F, bias = 0.3F;
/// How much the examples can say by themselves: 0 up to 20 a label, 1 from 200 on, between them by
/// the logarithm.
inline double plenty(double examples_per_label) {
  const double few = std::log(20.0), many = std::log(200.0);
  return std::clamp((std::log(std::max(examples_per_label, 1.0)) - few) / (many - few), 0.0, 1.0);
}
/// Danger and calm: the examples say by themselves what words mean, and enough of them have the
/// same three stems in a row, and the same two words as written, for these to count too.
inline bool has_thousands(double examples_per_label) { return examples_per_label >= 2000; }
/// Weights of what words mean. What is known beforehand counts less the more examples there are:
/// with 10 a label the three blocks gain three points, with 400 vectors and kinds gain nothing, and
/// with thousands soft words do not either.
inline float soft(double examples_per_label) {
  if (has_thousands(examples_per_label)) return 0;
  return static_cast<float>(1 - 0.6 * plenty(examples_per_label));
}
/// Of the vectors, and of the kinds.
inline float meaning(double examples_per_label) {
  return static_cast<float>(0.7 * (1 - plenty(examples_per_label)));
}
/// C of the regression: the more examples, the less they need to be held back. Up to 200 a label,
/// anything within a factor of 2 is alike; with thousands 160 to 640 are.
inline double cost(double examples_per_label) {
  return has_thousands(examples_per_label) ? 320 : 20 + 60 * plenty(examples_per_label);
}

/// Stands for the end of a sentence in a row of stems or words.
inline constexpr std::uint32_t bound = flat_index::none - 1;
enum kind : std::uint64_t { next = 1, skip = 2, triple = 3, written = 4 };

/// Calls `f` with the hash of each pair of neighbours in the row, of each pair over one stem, and
/// with `triples` of each three in a row. A stem that is `flat_index::none` is in no group.
template <class F>
void each_group(const std::vector<std::uint32_t>& row, bool triples, F f) {
  for (std::size_t i = 0; i + 1 < row.size(); ++i) {
    if (row[i] == flat_index::none) continue;
    const bool joined = row[i + 1] != flat_index::none;
    if (joined) f(hash_of(row[i], row[i + 1], next));
    if (i + 2 == row.size() || row[i + 1] == bound || row[i + 2] == flat_index::none) continue;
    f(hash_of(row[i], row[i + 2], skip));
    if (triples && joined) f(mix(hash_of(row[i], row[i + 1], triple) + row[i + 2]));
  }
}

/// Calls `f` with the hash of each pair of neighbours in the row of words as they are written.
/// "Wanted to die" and "want to die" have the same stems.
template <class F>
void each_written_pair(const std::vector<std::uint32_t>& row, F f) {
  for (std::size_t i = 0; i + 1 < row.size(); ++i) {
    if (row[i] != flat_index::none && row[i + 1] != flat_index::none)
      f(hash_of(row[i], row[i + 1], written));
  }
}

/// Calls `f` with the hash of each group of 2 to 5 characters inside the blank-padded word.
/// Characters are bytes: all but a few words are ASCII once folded.
template <class F>
void each_gram(std::string_view normal, F f) {
  const std::size_t n = normal.size() + 2;
  const auto at = [&](std::size_t i) { return i == 0 || i + 1 == n ? ' ' : normal[i - 1]; };
  for (std::size_t i = 0; i + 1 < n; ++i) {
    std::uint64_t h = static_cast<unsigned char>(at(i));
    for (std::size_t size = 2; size <= 5 && i + size <= n; ++size) {
      h = h << 8U | static_cast<unsigned char>(at(i + size - 1));
      f(mix(h + (size << 56U)));
    }
  }
}

/// Scales the entries from `first` so that a block of this squared length has the length `weight`.
inline void scale(std::vector<entry>& all, std::size_t first, float weight, double squared) {
  if (squared <= 0) return;
  const auto by = weight / static_cast<float>(std::sqrt(squared));
  for (std::size_t i = first; i < all.size(); ++i) all[i].value *= by;
}

/// Adds up equal columns: sorts, which keeps the order of sums fixed.
inline void add_up(std::vector<entry>& all) {
  std::sort(all.begin(), all.end(), [](const entry& a, const entry& b) { return a.at < b.at; });
  std::size_t out = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (out > 0 && all[out - 1].at == all[i].at) {
      all[out - 1].value += all[i].value;
    } else {
      all[out++] = all[i];
    }
  }
  all.resize(out);
}

}  // namespace frontdesk::intent::blocks

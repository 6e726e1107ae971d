// SPDX-License-Identifier: Apache-2.0
// Which stems mean nearly the same.
#pragma once
#include "intent/sparse.hpp"

#include <cstdint>
#include <vector>

namespace frontdesk::intent {

class meanings {
 public:
  meanings() = default;
  /// Vectors of `lexical::dimensions` numbers; nullptr where a stem has none.
  explicit meanings(const std::vector<const std::int8_t*>& vectors);

  bool empty() const { return which_.empty(); }
  /// For each of the vectors at most ten others with a cosine above 0.1, nearest first: their
  /// positions and cosines. All pairs are looked at: with 8,000 stems that is a tenth of a second,
  /// and an index would lose some. Uses two threads; the result does not depend on that.
  std::vector<std::vector<entry>> nearest() const;
  /// The same for one more vector: 10 ns for each of the others.
  void nearest(const std::int8_t* vector, std::vector<entry>& into) const;

 private:
  void compare(std::size_t i, std::vector<std::vector<entry>>& near) const;

  std::size_t count_ = 0;             // of all positions
  std::vector<std::uint32_t> which_;  // those that have a vector, as whole numbers in rows
  std::vector<std::int16_t> numbers_;
};

}  // namespace frontdesk::intent

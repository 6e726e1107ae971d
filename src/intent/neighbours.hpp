// SPDX-License-Identifier: Apache-2.0
// Which stems mean nearly the same.
#pragma once
#include "intent/sparse.hpp"

#include <cstdint>
#include <vector>

namespace frontdesk::intent {

/// For each of the vectors (of `lexical::dimensions` numbers; nullptr where a stem has none) at
/// most ten others with a cosine above 0.1, nearest first: their positions and cosines. All pairs
/// are looked at: with 8,000 stems that is a tenth of a second, and an index would lose some. Uses
/// two threads; the result does not depend on that.
std::vector<std::vector<entry>> nearest_by_meaning(const std::vector<const std::int8_t*>& vectors);

}  // namespace frontdesk::intent

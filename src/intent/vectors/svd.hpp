// SPDX-License-Identifier: Apache-2.0
// Truncated singular value decomposition of a large sparse table, by random projection (Halko,
// Martinsson, Tropp 2011). Deterministic: the projection comes from a fixed seed.
#pragma once
#include "intent/vectors/wordnet.hpp"

#include <vector>

namespace frontdesk::vectors {

/// U * sqrt(S): one row of `dimensions` numbers a row of the table.
std::vector<float> project(const table& t, std::size_t dimensions);

}  // namespace frontdesk::vectors

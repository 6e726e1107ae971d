// SPDX-License-Identifier: Apache-2.0
// Trained weights after an edit: a few examples more, a few less, in a hundredth of the time that
// learning all of them again takes.
#pragma once
#include "intent/linear.hpp"

#include <cstdint>
#include <vector>

namespace frontdesk::intent {

/// Moves weights trained on `before` so that they fit `after` too: about where training on `after`
/// would end. All other examples are stood for by how much they bend the objective along each
/// weight (a Laplace approximation, as in elastic weight consolidation, Kirkpatrick 2017): a weight
/// that many of them have hardly moves. `was`: by example of `after`, its number in `before`, or
/// encoder::is_new. Units of `before` mean the same in `after`, which may have more; labels are the
/// same. Time grows with the examples that changed. Deterministic.
void adjust(
    table<float>& weights,
    const linear_problem& before,
    const linear_problem& after,
    const std::vector<std::uint32_t>& was
);

}  // namespace frontdesk::intent

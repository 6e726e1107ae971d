// SPDX-License-Identifier: Apache-2.0
// Minimises a smooth convex function: L-BFGS (Nocedal 1980) with a backtracking line search,
// preconditioned by a diagonal.
#pragma once
#include "intent/sparse.hpp"

#include <functional>
#include <vector>

namespace frontdesk::intent {

struct descent {
  int steps_max = 60;
  int memory = 2;  ///< pairs kept, 1 to 4; each is read twice a step, and 4 gain nothing that can
                   ///< be measured
  double precision = 5e-5;  ///< ends when a step gains less than this share of the value
};

/// For a fold of cross-validation, which only places a threshold.
inline constexpr descent to_compare{12, 2, 1e-3};

/// Writes the slope at `x` and returns the value.
using slope_function = std::function<double(const table<float>& x, table<float>& slope)>;

/// Moves `x` downhill and returns the value there. `bends`: about how much the function bends along
/// each row of `x`, above 0. Uses two threads; deterministic.
double descend(
    table<float>& x, const slope_function& of, const std::vector<float>& bends, const descent& how
);

}  // namespace frontdesk::intent

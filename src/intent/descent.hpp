// SPDX-License-Identifier: Apache-2.0
// Minimises a smooth convex function: memoryless BFGS (Shanno 1978), that is L-BFGS that remembers
// one step, with a backtracking line search, preconditioned by a diagonal.
//
// The arrays have tens of megabytes, and reading them is what a step costs. With the
// preconditioner, one remembered step arrives as far as two or four.
#pragma once
#include "intent/sparse.hpp"

#include <functional>
#include <vector>

namespace frontdesk::intent {

struct descent {
  int steps_max = 60;
  double precision = 5e-5;  ///< ends when a step gains less than this share of the value
};

/// For a fold of cross-validation, which only places a threshold.
inline constexpr descent to_compare{12, 1e-3};

/// Writes the slope at `x`, also what pads a row, and returns the value.
using slope_function = std::function<double(const table<float>& x, table<float>& slope)>;

/// Where a step began, where it ended, and where the next one may end. A second descent over as
/// many numbers finds the memory there: fresh pages for all of it cost as much as some steps.
struct descent_memory {
  struct place {
    table<float> x, slope;
  };
  place last, now, next;
};

/// Moves `x` downhill and returns the value there. `bends`: about how much the function bends along
/// each row of `x`, above 0. Uses two threads; deterministic.
double descend(
    table<float>& x,
    const slope_function& of,
    const std::vector<float>& bends,
    const descent& how,
    descent_memory& in
);

}  // namespace frontdesk::intent

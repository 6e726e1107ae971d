// SPDX-License-Identifier: Apache-2.0
// Minimises a smooth convex function: L-BFGS (Nocedal 1980) with a backtracking line search.
#pragma once
#include <functional>
#include <vector>

namespace frontdesk::intent {

struct descent {
  int steps_max = 60;
  int memory = 4;           ///< pairs kept: more gained nothing here, and each costs two passes
  double precision = 3e-4;  ///< ends when a step gains less than this share of the value
};

/// Writes the slope at `x` and returns the value.
using slope_function =
    std::function<double(const std::vector<float>& x, std::vector<float>& slope)>;

/// Moves `x` downhill and returns the value there. Deterministic.
double descend(std::vector<float>& x, const slope_function& of, const descent& how);

}  // namespace frontdesk::intent

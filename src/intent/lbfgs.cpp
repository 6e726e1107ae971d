// SPDX-License-Identifier: Apache-2.0
#include "intent/lbfgs.hpp"

#include "intent/kernels.hpp"

#include <cmath>
#include <deque>

namespace frontdesk::intent {
namespace {

using numbers = std::vector<float>;

double dot(const numbers& a, const numbers& b) {
  return kernels::dot(a.data(), b.data(), a.size());
}
void add(double a, const numbers& x, numbers& y) {
  kernels::add(static_cast<float>(a), x.data(), y.data(), x.size());
}

struct pair {
  numbers moved, bent;  // change of x, change of the slope
  double product = 0;
};

// The slope, turned into a direction by what the last steps told about curvature.
void turn(numbers& direction, const std::deque<pair>& pairs) {
  std::vector<double> share(pairs.size());
  for (std::size_t i = pairs.size(); i-- > 0;) {
    share[i] = dot(pairs[i].moved, direction) / pairs[i].product;
    add(-share[i], pairs[i].bent, direction);
  }
  if (!pairs.empty()) {
    const pair& last = pairs.back();
    const auto scale = static_cast<float>(last.product / dot(last.bent, last.bent));
    for (float& d : direction) d *= scale;
  }
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const double back = dot(pairs[i].bent, direction) / pairs[i].product;
    add(share[i] - back, pairs[i].moved, direction);
  }
}

}  // namespace

double descend(numbers& x, const slope_function& of, const descent& how) {
  numbers slope(x.size()), next_slope(x.size()), next(x.size());
  std::deque<pair> pairs;
  double value = of(x, slope);
  for (int step = 0; step < how.steps_max; ++step) {
    numbers direction = slope;
    turn(direction, pairs);
    const double falls = dot(direction, slope);
    if (falls <= 0) break;
    // Nothing is known of curvature at first: a step of length 4, halved until it is short enough.
    double length = pairs.empty() ? 4 / std::sqrt(dot(slope, slope)) : 1;
    double next_value = value;
    int tries = 0;
    for (; tries < 20; ++tries, length /= 2) {
      next = x;
      add(-length, direction, next);
      next_value = of(next, next_slope);
      if (next_value <= value - 1e-4 * length * falls) break;
    }
    if (tries == 20) break;
    pair p{next, next_slope, 0};
    add(-1, x, p.moved);
    add(-1, slope, p.bent);
    p.product = dot(p.moved, p.bent);
    if (p.product > 0) pairs.push_back(std::move(p));
    if (pairs.size() > static_cast<std::size_t>(how.memory)) pairs.pop_front();
    x.swap(next);
    slope.swap(next_slope);
    const double gained = value - next_value;
    value = next_value;
    if (gained < how.precision * std::abs(value)) break;
  }
  return value;
}

}  // namespace frontdesk::intent

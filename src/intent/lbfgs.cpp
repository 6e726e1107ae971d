// SPDX-License-Identifier: Apache-2.0
#include "intent/lbfgs.hpp"

#include "intent/kernels.hpp"

#include <cmath>

namespace frontdesk::intent {
namespace {

using numbers = std::vector<float>;

double dot(const numbers& a, const numbers& b) {
  return kernels::dot(a.data(), b.data(), a.size());
}
void add(double a, const numbers& x, numbers& y) {
  kernels::add(static_cast<float>(a), x.data(), y.data(), x.size());
}

// One step of the past: how x moved, and how the slope turned by it.
struct pair {
  numbers moved, bent;
  double product = 0;
};

// The last steps, oldest first. Their memory is kept: a step writes tens of megabytes.
class past {
 public:
  explicit past(int most) : most_(static_cast<std::size_t>(most)) {}

  void add(const numbers& x, const numbers& next, const numbers& slope, const numbers& next_slope) {
    pair p;
    if (pairs_.size() == most_) {
      p = std::move(pairs_.front());
      pairs_.erase(pairs_.begin());
    }
    p.moved.resize(x.size());
    p.bent.resize(x.size());
    kernels::subtract(next.data(), x.data(), p.moved.data(), x.size());
    kernels::subtract(next_slope.data(), slope.data(), p.bent.data(), x.size());
    p.product = dot(p.moved, p.bent);
    if (p.product > 0) pairs_.push_back(std::move(p));
  }
  const std::vector<pair>& pairs() const { return pairs_; }

 private:
  std::size_t most_;
  std::vector<pair> pairs_;
};

// y' B^-1 y of the last turn of the slope: how the bends compare with what was met.
double softened(const numbers& bent, const std::vector<float>& bends, std::size_t stride) {
  double sum = 0;
  for (std::size_t r = 0; r < bends.size(); ++r) {
    const float* row = bent.data() + r * stride;
    sum += kernels::dot(row, row, stride) / static_cast<double>(bends[r]);
  }
  return sum;
}

// The slope, turned into a direction by the bends and by what the last steps told of them.
void turn(table<float>& to, const std::vector<pair>& pairs, const std::vector<float>& bends) {
  numbers& direction = to.numbers();
  std::vector<double> share(pairs.size());
  for (std::size_t i = pairs.size(); i-- > 0;) {
    share[i] = dot(pairs[i].moved, direction) / pairs[i].product;
    add(-share[i], pairs[i].bent, direction);
  }
  double scale = 1;
  if (!pairs.empty())
    scale = pairs.back().product / softened(pairs.back().bent, bends, to.stride());
  for (std::size_t r = 0; r < bends.size(); ++r) {
    const auto by = static_cast<float>(scale / static_cast<double>(bends[r]));
    for (std::size_t c = 0; c < to.stride(); ++c) to.row(r)[c] *= by;
  }
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const double back = dot(pairs[i].bent, direction) / pairs[i].product;
    add(share[i] - back, pairs[i].moved, direction);
  }
}

}  // namespace

double descend(
    table<float>& x, const slope_function& of, const std::vector<float>& bends, const descent& how
) {
  table<float> slope = x, next_slope = x, next = x, direction = x;
  past steps(how.memory);
  double value = of(x, slope);
  for (int step = 0; step < how.steps_max; ++step) {
    direction.numbers() = slope.numbers();
    turn(direction, steps.pairs(), bends);
    const double falls = dot(direction.numbers(), slope.numbers());
    if (falls <= 0) break;
    // Nothing is known of the true curvature at first: a step of length 4, halved until it is
    // short enough.
    const double size = std::sqrt(dot(direction.numbers(), direction.numbers()));
    double length = steps.pairs().empty() ? 4 / size : 1;
    double next_value = value;
    int tries = 0;
    for (; tries < 20; ++tries, length /= 2) {
      next.numbers() = x.numbers();
      add(-length, direction.numbers(), next.numbers());
      next_value = of(next, next_slope);
      if (next_value <= value - 1e-4 * length * falls) break;
    }
    if (tries == 20) break;
    steps.add(x.numbers(), next.numbers(), slope.numbers(), next_slope.numbers());
    std::swap(x, next);
    std::swap(slope, next_slope);
    const double gained = value - next_value;
    value = next_value;
    if (gained < how.precision * std::abs(value)) break;
  }
  return value;
}

}  // namespace frontdesk::intent

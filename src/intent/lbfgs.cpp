// SPDX-License-Identifier: Apache-2.0
#include "intent/lbfgs.hpp"

#include "intent/kernels.hpp"
#include "intent/parallel.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <utility>

namespace frontdesk::intent {
namespace {

using numbers = floats;
constexpr std::size_t memory_max = 4;
constexpr std::size_t block_size = 2048;  // numbers: with all pairs, a block stays in the cache

// One step of the past: how x moved, and how the slope turned by it.
struct pair {
  numbers moved, bent;
};

// The products that the two loops of L-BFGS ask for, of pairs (oldest first) with the slope and
// with the newest pair. They are all found in one pass, and the direction is one sum at the end:
// the arrays have tens of megabytes, and reading them is what a step costs. B: the bends.
struct products {
  std::array<double, memory_max> moved_slope{}, bent_slope{};  // s'g, y'B^-1 g
  std::array<double, memory_max> moved_bent{}, bent_bent{};    // s'y, y'B^-1 y; y is the newest
  double slope_slope = 0;                                      // g'B^-1 g
  products& operator+=(const products& o) {
    for (std::size_t i = 0; i < memory_max; ++i) {
      moved_slope[i] += o.moved_slope[i];
      bent_slope[i] += o.bent_slope[i];
      moved_bent[i] += o.moved_bent[i];
      bent_bent[i] += o.bent_bent[i];
    }
    slope_slope += o.slope_slope;
    return *this;
  }
};

// direction = scale * B^-1 (slope - bent * take) + moved * put
struct mixture {
  std::array<double, memory_max> take{}, put{};
  double scale = 1;
  double falls = 0;  // slope'direction
};

class descender {
 public:
  descender(const std::vector<float>& bends, std::size_t stride, int memory)
      : bends_(bends), stride_(stride), most_(static_cast<std::size_t>(memory)) {
    assert(most_ > 0 && most_ <= memory_max);
  }

  // Remembers a step, and measures the slope that it led to.
  void remember(
      const table<float>& x,
      const table<float>& next,
      const table<float>& slope,
      const table<float>& next_slope
  ) {
    make_room(x.numbers().size());
    pair& p = pairs_.back();
    measure(next_slope, [&](std::size_t at, std::size_t n) {
      const auto minus = [&](const table<float>& a, const table<float>& b, numbers& to) {
        kernels::subtract(a.numbers().data() + at, b.numbers().data() + at, to.data() + at, n);
      };
      minus(next, x, p.moved);
      minus(next_slope, slope, p.bent);
    });
    const std::size_t newest = pairs_.size() - 1;
    for (std::size_t i = 0; i <= newest; ++i) {
      moved_bent_[i][newest] = now_.moved_bent[i];
      bent_bent_[i][newest] = bent_bent_[newest][i] = now_.bent_bent[i];
    }
    if (now_.moved_bent[newest] <= 0) pairs_.pop_back();  // no valley there
  }
  void start(const table<float>& slope) {
    measure(slope, [](std::size_t, std::size_t) {});
  }

  // The slope, turned into a direction by the bends and by what the last steps told of them.
  mixture mix() const {
    mixture m;
    const std::size_t count = pairs_.size();
    for (std::size_t i = count; i-- > 0;) {
      double along = now_.moved_slope[i];
      for (std::size_t j = i + 1; j < count; ++j) along -= m.take[j] * moved_bent_[i][j];
      m.take[i] = along / moved_bent_[i][i];
    }
    if (count > 0) m.scale = moved_bent_[count - 1][count - 1] / bent_bent_[count - 1][count - 1];
    m.falls = now_.slope_slope;
    for (std::size_t i = 0; i < count; ++i) m.falls -= m.take[i] * now_.bent_slope[i];
    m.falls *= m.scale;
    for (std::size_t i = 0; i < count; ++i) {
      double back = now_.bent_slope[i];
      for (std::size_t j = 0; j < count; ++j) back -= m.take[j] * bent_bent_[i][j];
      back *= m.scale;
      for (std::size_t j = 0; j < i; ++j) back += m.put[j] * moved_bent_[j][i];
      m.put[i] = m.take[i] - back / moved_bent_[i][i];
      m.falls += m.put[i] * now_.moved_slope[i];
    }
    return m;
  }

  // next = x - length * direction, block by block: the direction is never written out as a whole.
  // Returns its squared length.
  double go(
      const mixture& by,
      const table<float>& slope,
      const table<float>& x,
      double length,
      table<float>& next
  ) const {
    return each_block<double>([&](std::size_t row, std::size_t at, std::size_t n, double& squared) {
      static thread_local numbers direction;
      const float* g = slope.numbers().data() + at;
      direction.assign(g, g + n);
      float* d = direction.data();
      const auto add = [&](double a, const numbers& p) {
        kernels::add(static_cast<float>(a), p.data() + at, d, n);
      };
      for (std::size_t i = 0; i < pairs_.size(); ++i) add(-by.take[i], pairs_[i].bent);
      soften(row, n, d, by.scale);
      for (std::size_t i = 0; i < pairs_.size(); ++i) add(by.put[i], pairs_[i].moved);
      squared += kernels::dot(d, d, n);
      float* to = next.numbers().data() + at;
      std::copy_n(x.numbers().data() + at, n, to);
      kernels::add(static_cast<float>(-length), d, to, n);
    });
  }

  bool knows_steps() const { return !pairs_.empty(); }

 private:
  // Adds up f(row, at, n, sum) over blocks of whole rows.
  template <class Sum, class F>
  Sum each_block(const F& f) const {
    const std::size_t rows = std::max<std::size_t>(1, block_size / stride_);
    const std::size_t blocks = (bends_.size() + rows - 1) / rows;
    return sum_of_halves(blocks, [&](std::size_t begin, std::size_t end) {
      Sum sum{};
      for (std::size_t b = begin; b < end; ++b) {
        const std::size_t row = b * rows, n = std::min(rows, bends_.size() - row) * stride_;
        f(row, row * stride_, n, sum);
      }
      return sum;
    });
  }

  // x = scale * B^-1 x, from a row on.
  void soften(std::size_t row, std::size_t n, float* x, double scale) const {
    for (const float* end = x + n; x != end; x += stride_, ++row) {
      const auto by = static_cast<float>(scale / static_cast<double>(bends_[row]));
      kernels::scale(by, x, stride_);
    }
  }

  // The oldest pair makes room for the newest. Its memory is kept: a step writes tens of megabytes.
  void make_room(std::size_t size) {
    if (pairs_.size() == most_) {
      std::rotate(pairs_.begin(), pairs_.begin() + 1, pairs_.end());
      for (std::size_t i = 0; i + 1 < most_; ++i) {
        for (std::size_t j = 0; j + 1 < most_; ++j) {
          moved_bent_[i][j] = moved_bent_[i + 1][j + 1];
          bent_bent_[i][j] = bent_bent_[i + 1][j + 1];
        }
      }
      return;
    }
    pairs_.push_back({numbers(size), numbers(size)});
  }

  template <class F>
  void measure(const table<float>& slope, const F& prepare) {
    now_ = each_block<products>([&](std::size_t row, std::size_t at, std::size_t n, products& sum) {
      static thread_local numbers soft_slope, soft_bent;
      prepare(at, n);
      const float* g = slope.numbers().data() + at;
      soft_slope.assign(g, g + n);
      soften(row, n, soft_slope.data(), 1);
      sum.slope_slope += kernels::dot(g, soft_slope.data(), n);
      if (pairs_.empty()) return;
      const float* newest = pairs_.back().bent.data() + at;
      soft_bent.assign(newest, newest + n);
      soften(row, n, soft_bent.data(), 1);
      for (std::size_t i = 0; i < pairs_.size(); ++i) {
        const float* moved = pairs_[i].moved.data() + at;
        const float* bent = pairs_[i].bent.data() + at;
        const auto along = kernels::dots(moved, g, newest, n);
        const auto across = kernels::dots(bent, soft_slope.data(), soft_bent.data(), n);
        sum.moved_slope[i] += along.first;
        sum.moved_bent[i] += along.second;
        sum.bent_slope[i] += across.first;
        sum.bent_bent[i] += across.second;
      }
    });
  }

  const std::vector<float>& bends_;
  std::size_t stride_, most_;
  std::vector<pair> pairs_;  // oldest first
  products now_;
  std::array<std::array<double, memory_max>, memory_max> moved_bent_{}, bent_bent_{};
};

}  // namespace

double descend(
    table<float>& x, const slope_function& of, const std::vector<float>& bends, const descent& how
) {
  // `of` may leave alone what pads a row.
  table<float> slope(x.rows(), x.stride()), next_slope = slope;
  auto next = x.alike();
  descender by(bends, x.stride(), how.memory);
  double value = of(x, slope);
  by.start(slope);
  for (int step = 0; step < how.steps_max; ++step) {
    const mixture mixed = by.mix();
    if (mixed.falls <= 0) break;
    // Nothing is known of the true curvature at first: a step of length 4, halved until it is
    // short enough.
    double length = by.knows_steps() ? 1 : 4 / std::sqrt(by.go(mixed, slope, x, 0, next));
    double next_value = value;
    int tries = 0;
    for (; tries < 20; ++tries, length /= 2) {
      by.go(mixed, slope, x, length, next);
      next_value = of(next, next_slope);
      if (next_value <= value - 1e-4 * length * mixed.falls) break;
    }
    if (tries == 20) break;
    by.remember(x, next, slope, next_slope);
    std::swap(x, next);
    std::swap(slope, next_slope);
    const double gained = value - next_value;
    value = next_value;
    if (gained < how.precision * std::abs(value)) break;
  }
  return value;
}

}  // namespace frontdesk::intent

// SPDX-License-Identifier: Apache-2.0
#include "intent/descent.hpp"

#include "intent/kernels.hpp"
#include "intent/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace frontdesk::intent {
namespace {

constexpr std::size_t block_size = 2048;  // numbers: a block of all arrays stays in the cache

// What a direction is made of. With s how x moved by the last step and y how the slope g turned by
// it, B the bends: found in one pass over the arrays.
struct products {
  double gBg = 0;                           // g'B^-1 g
  double sg = 0, sy = 0, yBg = 0, yBy = 0;  // 0 before the first step
  products& operator+=(const products& o) {
    gBg += o.gBg;
    sg += o.sg;
    sy += o.sy;
    yBg += o.yBg;
    yBy += o.yBy;
    return *this;
  }
};

// direction = scale * B^-1 (g - take * y) + put * s
struct mixture {
  double take = 0, put = 0, scale = 1;
  double falls = 0;  // g'direction
};

// The slope, turned into a direction by the bends and by what the last step told of them.
mixture mix(const products& p) {
  if (p.sy <= 0) return {0, 0, 1, p.gBg};  // no step yet, or no valley there
  mixture m;
  m.scale = p.sy / p.yBy;
  m.take = p.sg / p.sy;
  m.put = m.take - m.scale * (p.yBg - m.take * p.yBy) / p.sy;
  m.falls = m.scale * (p.gBg - m.take * p.yBg) + m.put * p.sg;
  return m;
}

// Goes down step by step over the places of a `descent_memory`.
class descender {
 public:
  // At x, which is moved in.
  descender(
      table<float>& x, const slope_function& of, const std::vector<float>& bends, descent_memory& in
  )
      : of_(of), bends_(bends), stride_(x.stride()), last_(in.last), now_(in.now), next_(in.next) {
    for (auto* t : {&last_.x, &last_.slope, &now_.slope, &next_.x, &next_.slope}) {
      if (t->numbers().size() != x.numbers().size()) *t = table<float>::unset(x.rows(), stride_);
    }
    std::swap(now_.x, x);
    value_ = of_(now_.x, now_.slope);
  }

  // False when there is nothing to gain; `gained` is what the step gained.
  bool step(double& gained) {
    const auto measured = measure();
    const auto mixed = mix(measured);
    if (mixed.falls <= 0) return false;
    // Nothing is known of the true curvature at first: a step of length 4, halved until it is
    // short enough.
    double length = measured.sy > 0 ? 1 : 4 / std::sqrt(go(mixed, 0));
    for (int tries = 0; tries < 20; ++tries, length /= 2) {
      go(mixed, length);
      const double value = of_(next_.x, next_.slope);
      if (value > value_ - 1e-4 * length * mixed.falls) continue;
      gained = value_ - value;
      value_ = value;
      std::swap(last_, now_);
      std::swap(now_, next_);
      began_ = true;
      return true;
    }
    return false;
  }

  double value() const { return value_; }
  void give(table<float>& x) { std::swap(now_.x, x); }

 private:
  products measure() const {
    return each_block<products>([&](std::size_t row, std::size_t at, std::size_t n, products& sum) {
      static thread_local floats s, y, soft_slope, soft_y;
      const float* g = now_.slope.numbers().data() + at;
      soft_slope.assign(g, g + n);
      soften(row, n, soft_slope.data(), 1);
      sum.gBg += kernels::dot(g, soft_slope.data(), n);
      if (!began_) return;
      s.resize(n);
      y.resize(n);
      kernels::subtract(now_.x.numbers().data() + at, last_.x.numbers().data() + at, s.data(), n);
      kernels::subtract(g, last_.slope.numbers().data() + at, y.data(), n);
      soft_y = y;
      soften(row, n, soft_y.data(), 1);
      const auto along = kernels::dots(s.data(), g, y.data(), n);
      const auto across = kernels::dots(y.data(), soft_slope.data(), soft_y.data(), n);
      sum.sg += along.first;
      sum.sy += along.second;
      sum.yBg += across.first;
      sum.yBy += across.second;
    });
  }

  // next = now - length * direction, block by block: neither the direction nor s and y are ever
  // written out as a whole. Returns the squared length of the direction.
  double go(const mixture& by, double length) {
    return each_block<double>([&](std::size_t row, std::size_t at, std::size_t n, double& squared) {
      static thread_local floats direction;
      const float* g = now_.slope.numbers().data() + at;
      const float* x = now_.x.numbers().data() + at;
      direction.assign(g, g + n);
      float* d = direction.data();
      const auto add = [&](double a, const float* what) {
        kernels::add(static_cast<float>(a), what, d, n);
      };
      if (by.take != 0) {
        kernels::scale(static_cast<float>(1 - by.take), d, n);
        add(by.take, last_.slope.numbers().data() + at);
      }
      soften(row, n, d, by.scale);
      if (by.put != 0) {
        add(by.put, x);
        add(-by.put, last_.x.numbers().data() + at);
      }
      squared += kernels::dot(d, d, n);
      float* to = next_.x.numbers().data() + at;
      std::copy_n(x, n, to);
      kernels::add(static_cast<float>(-length), d, to, n);
    });
  }

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

  const slope_function& of_;
  const std::vector<float>& bends_;
  std::size_t stride_;
  descent_memory::place &last_, &now_, &next_;
  double value_ = 0;
  bool began_ = false;
};

}  // namespace

double descend(
    table<float>& x,
    const slope_function& of,
    const std::vector<float>& bends,
    const descent& how,
    descent_memory& in
) {
  descender by(x, of, bends, in);
  for (int step = 0; step < how.steps_max; ++step) {
    double gained = 0;
    if (!by.step(gained) || gained < how.precision * std::abs(by.value())) break;
  }
  by.give(x);
  return by.value();
}

}  // namespace frontdesk::intent

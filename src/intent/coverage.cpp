// SPDX-License-Identifier: Apache-2.0
#include "intent/coverage.hpp"

#include <cmath>

namespace frontdesk::intent {
namespace {

using numbers = std::array<double, signs::count + 1>;  // the last is the constant
constexpr std::size_t enough = 40;
constexpr double ridge = 1;  // of standardised signs: keeps twins (top, all) from pulling apart

struct scales {
  numbers middle{}, width{};
};

template <class F>
void each(const std::vector<signs>& covered, const std::vector<signs>& none, F f) {
  for (const signs& s : covered) f(s, true);
  for (const signs& s : none) f(s, false);
}

scales standardise(const std::vector<signs>& covered, const std::vector<signs>& none) {
  scales s;
  const auto n = static_cast<double>(covered.size() + none.size());
  each(covered, none, [&](const signs& x, bool) {
    for (std::size_t i = 0; i < signs::count; ++i) s.middle[i] += static_cast<double>(x.of[i]) / n;
  });
  each(covered, none, [&](const signs& x, bool) {
    for (std::size_t i = 0; i < signs::count; ++i) {
      const double d = static_cast<double>(x.of[i]) - s.middle[i];
      s.width[i] += d * d / n;
    }
  });
  for (double& w : s.width) w = std::sqrt(w) + 1e-6;
  return s;
}

// Solves A x = b by elimination; A is positive definite.
numbers solve(std::array<numbers, signs::count + 1> a, numbers b) {
  const std::size_t n = b.size();
  for (std::size_t p = 0; p < n; ++p) {
    for (std::size_t r = p + 1; r < n; ++r) {
      const double share = a[r][p] / a[p][p];
      for (std::size_t c = p; c < n; ++c) a[r][c] -= share * a[p][c];
      b[r] -= share * b[p];
    }
  }
  for (std::size_t p = n; p-- > 0;) {
    for (std::size_t c = p + 1; c < n; ++c) b[p] -= a[p][c] * b[c];
    b[p] /= a[p][p];
  }
  return b;
}

}  // namespace

coverage::coverage() {
  weights_[signs::top] = 0.7;
  weights_[signs::all] = 2.2;
  weights_[signs::best] = 1.6;
  weights_[signs::alike] = 4.5;
  weights_[signs::known] = 2.8;
}

double coverage::operator()(const signs& s) const {
  double sum = 0;
  for (std::size_t i = 0; i < signs::count; ++i) sum += weights_[i] * static_cast<double>(s.of[i]);
  return sum;
}

// Logistic regression by Newton's method; both sides count alike, however many they are.
void coverage::learn(const std::vector<signs>& covered, const std::vector<signs>& none) {
  if (covered.size() < enough || none.size() < enough) return;
  const scales scale = standardise(covered, none);
  const double weight_covered =
      0.5 * static_cast<double>(none.size() + covered.size()) / static_cast<double>(covered.size());
  const double weight_none =
      0.5 * static_cast<double>(none.size() + covered.size()) / static_cast<double>(none.size());
  numbers w{};
  for (int step = 0; step < 12; ++step) {
    std::array<numbers, signs::count + 1> bend{};
    numbers slope{};
    each(covered, none, [&](const signs& s, bool in) {
      numbers x{};
      for (std::size_t i = 0; i < signs::count; ++i)
        x[i] = (static_cast<double>(s.of[i]) - scale.middle[i]) / scale.width[i];
      x[signs::count] = 1;
      double sum = 0;
      for (std::size_t i = 0; i < x.size(); ++i) sum += w[i] * x[i];
      const double p = 1 / (1 + std::exp(-sum)), weight = in ? weight_covered : weight_none;
      for (std::size_t i = 0; i < x.size(); ++i) {
        slope[i] += weight * (p - (in ? 1 : 0)) * x[i];
        for (std::size_t j = 0; j < x.size(); ++j) bend[i][j] += weight * p * (1 - p) * x[i] * x[j];
      }
    });
    for (std::size_t i = 0; i < signs::count; ++i) {
      slope[i] += ridge * w[i];
      bend[i][i] += ridge;
    }
    bend[signs::count][signs::count] += 1e-6;
    const numbers move = solve(bend, slope);
    for (std::size_t i = 0; i < w.size(); ++i) w[i] -= move[i];
  }
  for (std::size_t i = 0; i < signs::count; ++i) weights_[i] = w[i] / scale.width[i];
}

}  // namespace frontdesk::intent

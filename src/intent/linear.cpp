// SPDX-License-Identifier: Apache-2.0
#include "intent/linear.hpp"

#include "intent/kernels.hpp"
#include "intent/parallel.hpp"

#include <algorithm>
#include <cmath>

namespace frontdesk::intent {
namespace {

// to = rows * by, from row `first` of `to` on.
void multiply(const sparse& rows, const table<float>& by, table<float>& to, std::size_t first = 0) {
  in_halves(rows.rows(), [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const auto row = rows.row(i);
      float* into = to.row(first + i);
      std::fill_n(into, to.stride(), 0.0F);
      kernels::gather(row.data(), row.size(), by.row(0), to.stride(), into);
    }
  });
}

void spread(const linear_problem& p, const table<float>& weights, table<float>& units) {
  std::copy_n(weights.row(0), p.plain * units.stride(), units.row(0));
  multiply(*p.units, weights, units, p.plain);
}

// Forwards, weights become scores: U = units * W, S = examples * U. Backwards, errors become the
// slope by the same products with the matrices turned round.
class objective {
 public:
  explicit objective(const linear_problem& p, const std::vector<char>* left_out = nullptr)
      : p_(p),
        left_out_(left_out),
        examples_turned_(transposed(*p.examples, unit_count())),
        units_turned_(transposed(*p.units, p.weights)),
        units_(unit_count(), p.label_count),
        errors_(p.examples->rows(), p.label_count),
        pulls_(unit_count(), p.label_count),
        losses_(p.examples->rows()) {}

  double operator()(const table<float>& weights, table<float>& slope) {
    spread(p_, weights, units_);
    in_halves(p_.examples->rows(), [this](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) losses_[i] = example(i);
    });
    multiply(examples_turned_, errors_, pulls_);
    double value = 0.5 * multiply_units(weights, slope);
    for (const float lost : losses_) value += p_.cost * static_cast<double>(lost);
    return value;
  }

  std::size_t unit_count() const { return p_.plain + p_.units->rows(); }

 private:
  // The loss of one example; its errors are what it asks of each label's score.
  float example(std::size_t i) {
    const std::size_t stride = errors_.stride();
    float* scores = errors_.row(i);
    std::fill_n(scores, stride, 0.0F);
    if (left_out_ && (*left_out_)[i] != 0) return 0;
    if (p_.scored) std::copy_n(p_.scored->row(i), stride, scores);
    const auto row = p_.examples->row(i);
    kernels::gather(row.data(), row.size(), units_.row(0), stride, scores);
    const float own = scores[p_.labels[i]];
    const float all = kernels::softmax(scores, p_.label_count);
    scores[p_.labels[i]] -= 1;
    kernels::scale(static_cast<float>(p_.cost), scores, p_.label_count);
    return all - own;
  }

  // The slope from the pulls of the units and from the weights' own size; returns the latter's
  // square.
  double multiply_units(const table<float>& weights, table<float>& slope) const {
    const std::size_t stride = slope.stride();
    return sum_of_halves(p_.weights, [&](std::size_t begin, std::size_t end) {
      double squared = 0;
      for (std::size_t w = begin; w < end; ++w) {
        float* into = slope.row(w);
        w < p_.plain ? std::copy_n(pulls_.row(w), stride, into) : std::fill_n(into, stride, 0.0F);
        const auto row = units_turned_.row(w);
        kernels::gather(row.data(), row.size(), pulls_.row(p_.plain), stride, into);
        kernels::add(1, weights.row(w), into, stride);
        squared += kernels::dot(weights.row(w), weights.row(w), stride);
      }
      return squared;
    });
  }

  const linear_problem& p_;
  const std::vector<char>* left_out_;
  sparse examples_turned_, units_turned_;
  table<float> units_, errors_, pulls_;
  std::vector<float> losses_;
};

}  // namespace

descent descent_for(std::size_t examples) {
  descent how;
  const std::size_t affordable = 800'000 / std::max<std::size_t>(examples, 1);
  how.steps_max = static_cast<int>(std::clamp<std::size_t>(affordable, 20, 60));
  return how;
}

table<float> train(
    const linear_problem& p,
    const descent& how,
    table<float> start,
    const std::vector<char>* left_out
) {
  table<float> weights(p.weights, p.label_count);
  if (start.numbers().size() == weights.numbers().size()) weights = std::move(start);
  objective of(p, left_out);
  const auto slope_of = [&of](const table<float>& x, table<float>& slope) { return of(x, slope); };
  descend(weights, slope_of, bends_of(p), how);
  return weights;
}

// A weight that many examples have needs small steps, a rare one long steps. The inverse of the
// bends makes the descent see a round valley, and it arrives in a third of the steps.
std::vector<float> bends_of(const linear_problem& p) {
  constexpr double of_softmax = 0.05;  // p (1 - p) on average; 0.02 to 0.1 are alike
  const auto squared = [](float x) { return static_cast<double>(x) * static_cast<double>(x); };
  std::vector<double> unit(p.plain + p.units->rows()), weight(p.weights, 1.0);
  for (std::size_t i = 0; i < p.examples->rows(); ++i)
    for (const entry& e : p.examples->row(i)) unit[e.at] += squared(e.value);
  for (std::size_t u = 0; u < p.plain; ++u) weight[u] += of_softmax * p.cost * unit[u];
  for (std::size_t u = 0; u < p.units->rows(); ++u)
    for (const entry& e : p.units->row(u))
      weight[e.at] += of_softmax * p.cost * unit[p.plain + u] * squared(e.value);
  return {weight.begin(), weight.end()};
}

table<float> unit_scores(const linear_problem& p, const table<float>& weights) {
  table<float> units(p.plain + p.units->rows(), p.label_count);
  spread(p, weights, units);
  return units;
}

}  // namespace frontdesk::intent

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

}  // namespace

// Forwards, weights become scores: U = units * W, S = examples * U. Backwards, errors become the
// slope by the same products with the matrices turned round. A plain unit is its weight: of U and
// of its pulls only the rows of the others are ever written.
class regression::objective {
 public:
  explicit objective(linear_problem p)
      : p_(std::move(p)),
        examples_turned_(transposed(*p_.examples, unit_count())),
        units_turned_(transposed(*p_.units, p_.weights)),
        units_(table<float>::unset(unit_count(), p_.label_count)),
        errors_(p_.examples->rows(), p_.label_count),
        pulls_(table<float>::unset(unit_count(), p_.label_count)),
        losses_(p_.examples->rows()) {}

  double operator()(const table<float>& weights, table<float>& slope) {
    multiply(*p_.units, weights, units_, p_.plain);
    in_halves(p_.examples->rows(), [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) losses_[i] = example(i, weights);
    });
    in_halves(p_.units->rows(), [&](std::size_t begin, std::size_t end) {
      for (std::size_t u = p_.plain + begin; u < p_.plain + end; ++u) {
        std::fill_n(pulls_.row(u), pulls_.stride(), 0.0F);
        add_errors(u, pulls_.row(u));
      }
    });
    double value = 0.5 * write_slope(weights, slope);
    for (const float lost : losses_) value += p_.cost * static_cast<double>(lost);
    return value;
  }

  const linear_problem& problem() const { return p_; }
  void leave_out(const std::vector<char>* which) { left_out_ = which; }

 private:
  std::size_t unit_count() const { return p_.plain + p_.units->rows(); }

  // The loss of one example; its errors are what it asks of each label's score.
  float example(std::size_t i, const table<float>& weights) {
    const std::size_t stride = errors_.stride();
    float* scores = errors_.row(i);
    std::fill_n(scores, stride, 0.0F);
    if (left_out_ && (*left_out_)[i] != 0) return 0;
    if (p_.scored) std::copy_n(p_.scored->row(i), stride, scores);
    const auto row = p_.examples->row(i);
    const auto is_plain = [this](const entry& e) { return e.at < p_.plain; };
    const auto made = std::partition_point(row.begin(), row.end(), is_plain);
    const auto plain = static_cast<std::size_t>(made - row.begin());
    kernels::gather(row.data(), plain, weights.row(0), stride, scores);
    kernels::gather(row.data() + plain, row.size() - plain, units_.row(0), stride, scores);
    const float own = scores[p_.labels[i]];
    const float all = kernels::softmax(scores, p_.label_count);
    scores[p_.labels[i]] -= 1;
    kernels::scale(static_cast<float>(p_.cost), scores, p_.label_count);
    return all - own;
  }

  // How the examples that have a unit pull on it.
  void add_errors(std::size_t unit, float* into) const {
    const auto row = examples_turned_.row(unit);
    kernels::gather(row.data(), row.size(), errors_.row(0), errors_.stride(), into);
  }

  // The slope from the weights' own size and from the pulls; returns the former's square.
  double write_slope(const table<float>& weights, table<float>& slope) const {
    const std::size_t stride = slope.stride();
    return sum_of_halves(p_.weights, [&](std::size_t begin, std::size_t end) {
      double squared = 0;
      for (std::size_t w = begin; w < end; ++w) {
        float* into = slope.row(w);
        std::copy_n(weights.row(w), stride, into);
        squared += kernels::dot(into, into, stride);
        if (w < p_.plain) add_errors(w, into);
        const auto row = units_turned_.row(w);
        kernels::gather(row.data(), row.size(), pulls_.row(0) + p_.plain * stride, stride, into);
      }
      return squared;
    });
  }

  linear_problem p_;
  const std::vector<char>* left_out_ = nullptr;
  sparse examples_turned_, units_turned_;
  table<float> units_, errors_, pulls_;
  std::vector<float> losses_;
};

descent descent_for(std::size_t examples) {
  descent how;
  const std::size_t affordable = 800'000 / std::max<std::size_t>(examples, 1);
  how.steps_max = static_cast<int>(std::clamp<std::size_t>(affordable, 12, 60));
  return how;
}

regression::regression(linear_problem p)
    : objective_(std::make_unique<objective>(std::move(p))), bends_(bends_of(problem())) {}
regression::~regression() = default;

const linear_problem& regression::problem() const { return objective_->problem(); }

void regression::train(
    table<float>& weights, const descent& how, const std::vector<char>* left_out
) {
  if (weights.numbers().empty()) weights = {problem().weights, problem().label_count};
  objective_->leave_out(left_out);
  const auto slope_of = [this](const table<float>& x, table<float>& slope) {
    return (*objective_)(x, slope);
  };
  descend(weights, slope_of, bends_, how, memory_);
}

table<float> train(const linear_problem& p, const descent& how) {
  table<float> weights;
  regression(p).train(weights, how);
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

void unit_scores(const linear_problem& p, const table<float>& weights, table<float>& into) {
  const std::size_t units = p.plain + p.units->rows();
  if (into.rows() != units || into.stride() != weights.stride())
    into = table<float>::unset(units, p.label_count);
  std::copy_n(weights.row(0), p.plain * into.stride(), into.row(0));
  multiply(*p.units, weights, into, p.plain);
}

}  // namespace frontdesk::intent

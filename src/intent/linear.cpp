// SPDX-License-Identifier: Apache-2.0
#include "intent/linear.hpp"

#include "intent/kernels.hpp"

#include <algorithm>
#include <cmath>

namespace frontdesk::intent {
namespace {

class objective {
 public:
  explicit objective(const linear_problem& p)
      : p_(p), units_(unit_count(), p.label_count), pulls_(unit_count(), p.label_count) {}

  double operator()(const std::vector<float>& weights, std::vector<float>& slope) {
    spread(weights, units_);
    std::fill(pulls_.numbers().begin(), pulls_.numbers().end(), 0.0F);
    double value = 0;
    for (std::size_t i = 0; i < p_.examples->rows(); ++i) value += example(i);
    value += 0.5 * kernels::dot(weights.data(), weights.data(), weights.size());
    slope = weights;
    gather(slope);
    return value;
  }

  std::size_t unit_count() const { return p_.plain + p_.units->rows(); }

  void spread(const std::vector<float>& weights, table<float>& to) const {
    const std::size_t stride = to.stride();
    std::copy_n(weights.begin(), p_.plain * stride, to.numbers().begin());
    for (std::size_t k = 0; k < p_.units->rows(); ++k) {
      float* row = to.row(p_.plain + k);
      std::fill_n(row, stride, 0.0F);
      const auto of = p_.units->row(k);
      kernels::gather(of.data(), of.size(), weights.data(), stride, row);
    }
  }

 private:
  // The loss of one example; its pull on the units is added up.
  double example(std::size_t i) {
    const float count = p_.counts.empty() ? 1.0F : p_.counts[i];
    if (count <= 0) return 0;
    const std::size_t stride = units_.stride();
    scores_.assign(stride, 0.0F);
    const auto row = p_.examples->row(i);
    kernels::gather(row.data(), row.size(), units_.row(0), stride, scores_.data());
    const double lost = p_.loss == loss::softmax ? softmax(p_.labels[i]) : hinge(p_.labels[i]);
    const float scale = static_cast<float>(p_.cost) * count;
    kernels::scatter(row.data(), row.size(), scale, scores_.data(), stride, pulls_.row(0));
    return lost * static_cast<double>(scale);
  }

  // Both replace the scores by the slope of the loss.
  double softmax(std::uint32_t label) {
    const float own = scores_[label];
    const float all = kernels::softmax(scores_.data(), p_.label_count);
    scores_[label] -= 1;
    return static_cast<double>(all - own);
  }
  double hinge(std::uint32_t label) {
    double lost = 0;
    for (std::size_t c = 0; c < p_.label_count; ++c) {
      const float side = c == label ? 1.0F : -1.0F;
      const float short_of = std::max(0.0F, 1 - side * scores_[c]);
      lost += static_cast<double>(short_of * short_of);
      scores_[c] = -2 * side * short_of;
    }
    return lost;
  }

  void gather(std::vector<float>& slope) const {
    const std::size_t stride = pulls_.stride();
    kernels::add(1, pulls_.numbers().data(), slope.data(), p_.plain * stride);
    for (std::size_t k = 0; k < p_.units->rows(); ++k) {
      const auto of = p_.units->row(k);
      kernels::scatter(of.data(), of.size(), 1, pulls_.row(p_.plain + k), stride, slope.data());
    }
  }

  const linear_problem& p_;
  table<float> units_, pulls_;
  std::vector<float> scores_;
};

}  // namespace

table<float> train(const linear_problem& p, const descent& how, table<float> start) {
  table<float> weights(p.weights, p.label_count);
  if (start.numbers().size() == weights.numbers().size()) weights = std::move(start);
  objective of(p);
  const auto call = [&of](const std::vector<float>& x, std::vector<float>& slope) {
    return of(x, slope);
  };
  descend(weights.numbers(), call, how);
  return weights;
}

table<float> unit_scores(const linear_problem& p, const table<float>& weights) {
  objective of(p);
  table<float> units(of.unit_count(), p.label_count);
  of.spread(weights.numbers(), units);
  return units;
}

}  // namespace frontdesk::intent

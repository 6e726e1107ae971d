// SPDX-License-Identifier: Apache-2.0
// A linear model with L2, over examples that share units (words, word pairs), and units that share
// weights (letter groups, meanings).
//
// A word's letter groups, its neighbours and its vector are the same in every message. So an
// example is a row over units (some 40 numbers), a unit a row over weights (up to 200), and the
// score of an example is examples * (units * weights): ten times less work than writing every
// feature of every example out, and exactly the same model.
#pragma once
#include "intent/descent.hpp"
#include "intent/sparse.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace frontdesk::intent {

struct linear_problem {
  const sparse* examples = nullptr;  ///< over units, in ascending order
  /// Unit i < plain has weight i for itself; unit plain + k is row k of `units`, over weights.
  std::size_t plain = 0;
  const sparse* units = nullptr;
  std::size_t weights = 0;            ///< at least `plain`
  std::vector<std::uint32_t> labels;  ///< of each example
  std::size_t label_count = 0;
  double cost = 20;  ///< C: of the losses against the size of the weights
  /// Scores that the examples have before any weight counts, a row each; null: 0.
  const table<float>* scored = nullptr;
};

/// How far to go down. 60 steps arrive: with 150 labels 20 end at 2.5 times the value. But a step
/// costs what the examples cost, so from 13,000 on there are fewer, down to 12: about as many
/// examples are seen in all, and with so many the last steps change few answers.
descent descent_for(std::size_t examples);

/// Multinomial logistic regression, ready to be trained, more than once with the same memory.
/// Not for two threads at a time; uses two itself, and the result does not depend on that.
class regression {
 public:
  /// What `p` points to must outlive it.
  explicit regression(linear_problem p);
  ~regression();
  regression(const regression&) = delete;
  regression& operator=(const regression&) = delete;

  const linear_problem& problem() const;
  /// Weights by row, one column a label: where to begin, and after it where it arrived. Begins with
  /// all 0 when empty. `left_out`, by example: not 0 for those that do not count.
  void train(
      table<float>& weights, const descent& how, const std::vector<char>* left_out = nullptr
  );

 private:
  class objective;
  std::unique_ptr<objective> objective_;
  std::vector<float> bends_;
  descent_memory memory_;
};

/// The weights of a problem that is trained but once.
table<float> train(const linear_problem& p, const descent& how);

/// How much the objective bends along each weight, about: the diagonal of its second derivative, 1
/// for a weight that no example has.
std::vector<float> bends_of(const linear_problem& p);

/// units * weights: what each unit adds to each label's score. The memory of `into` is reused.
void unit_scores(const linear_problem& p, const table<float>& weights, table<float>& into);

}  // namespace frontdesk::intent

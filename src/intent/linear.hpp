// SPDX-License-Identifier: Apache-2.0
// A linear model with L2, over examples that share units (words, word pairs), and units that share
// weights (letter groups, meanings).
//
// A word's letter groups, its neighbours and its vector are the same in every message. So an
// example is a row over units (some 40 numbers), a unit a row over weights (up to 200), and the
// score of an example is examples * (units * weights): ten times less work than writing every
// feature of every example out, and exactly the same model.
#pragma once
#include "intent/lbfgs.hpp"
#include "intent/sparse.hpp"

#include <cstdint>
#include <vector>

namespace frontdesk::intent {

struct linear_problem {
  const sparse* examples = nullptr;  ///< over units
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
/// costs what the examples cost, so from 13,000 on there are fewer, down to 20: about as many
/// examples are seen in all, and with so many the last steps change few answers.
descent descent_for(std::size_t examples);

/// Multinomial logistic regression: weights by row, one column a label. `start`: where to begin
/// (all 0 when empty). `left_out`, by example: not 0 for those that do not count. Uses two threads;
/// the result does not depend on that.
table<float> train(
    const linear_problem& p,
    const descent& how,
    table<float> start = {},
    const std::vector<char>* left_out = nullptr
);

/// How much the objective bends along each weight, about: the diagonal of its second derivative, 1
/// for a weight that no example has.
std::vector<float> bends_of(const linear_problem& p);

/// units * weights: what each unit adds to each label's score.
table<float> unit_scores(const linear_problem& p, const table<float>& weights);

}  // namespace frontdesk::intent

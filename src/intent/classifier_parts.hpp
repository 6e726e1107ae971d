// SPDX-License-Identifier: Apache-2.0
// What a trained classifier is made of; the matcher uses the same parts.
#pragma once
#include "intent/classifier.hpp"
#include "intent/encoder.hpp"
#include "intent/linear.hpp"

namespace frontdesk::intent {

/// A trained linear model, ready to score.
struct linear_scores {
  table<float> units;    ///< what each unit adds to each label's score
  table<float> weights;  ///< the same for single weights: for words that training did not see
};

/// The learning problem over an encoder's examples. Both arguments must outlive it.
linear_problem problem_of(const encoder& e, const training_set& from);
/// Scores of a message, padded with zeros to the row length.
void score(const encoded& message, const linear_scores& by, std::vector<float>& scores);

struct classifier::parts {
  parts(const training_set& from, const corpus& read)
      : encode(from, read), label_count(from.labels.size()) {}
  encoder encode;
  linear_scores model;
  std::size_t label_count;
};

}  // namespace frontdesk::intent

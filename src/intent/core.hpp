// SPDX-License-Identifier: Apache-2.0
// One trained model of the matcher: scores of the topics, and the raw confidence that a message is
// covered. The matcher trains it once on everything and, to set the threshold, on parts.
#pragma once
#include "intent/classifier_parts.hpp"
#include "intent/coverage.hpp"
#include "intent/matcher.hpp"

#include <vector>

namespace frontdesk::intent {

class core {
 public:
  struct judged {
    std::vector<float> probabilities;  ///< of the labels, "none" left out
    intent::signs signs;               ///< of being covered
  };

  /// The last label may be "none" (`has_none`): messages that must get no topic, which come last.
  core(const training_set& from, bool has_none, const descent& how);

  /// The result is per thread and valid until the next call.
  const judged& judge(const std::vector<token>& words, language in) const;
  /// Score of a label without any scaling; for explanations.
  float score_of(const std::vector<token>& words, language in, std::uint32_t label) const;
  /// The examples most alike: number and cosine, nearest first.
  std::vector<entry> nearest(const std::vector<token>& words, language in, std::size_t most) const;
  const encoder& encoded_by() const { return encode_; }

 private:
  void measure_alike(const encoded& message, signs& to) const;
  void similarities(const encoded& message, std::vector<float>& to) const;

  encoder encode_;
  linear_scores model_;
  std::size_t label_count_;
  bool has_none_;
  std::size_t topic_examples_ = 0;  ///< the first so many examples are of topics
  // By unit of the words block: which examples have it.
  std::vector<std::uint32_t> begin_;
  std::vector<entry> having_;
};

}  // namespace frontdesk::intent

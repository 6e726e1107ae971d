// SPDX-License-Identifier: Apache-2.0
// The trained model of the matcher: scores of the topics, and the signs that a message is covered
// at all.
#pragma once
#include "intent/classifier_parts.hpp"
#include "intent/coverage.hpp"
#include "intent/matcher.hpp"

#include <memory>
#include <span>
#include <vector>

namespace frontdesk::intent {

class core {
 public:
  struct judged {
    std::vector<float> probabilities;  ///< of the labels, "none" left out
    intent::signs signs;               ///< of being covered
  };

  /// Examples come label by label. The last label may be "none" (`has_none`): messages that must
  /// get no topic. `read`: the texts of `from`. Knows nothing before `learn`.
  core(const training_set& from, const corpus& read, bool has_none);
  /// What `before` learned from `before_from`, adjusted to a few examples more or less (adjust.hpp)
  /// in a hundredth of the time. The labels are the same; `was` as in encoder.hpp.
  core(
      const core& before,
      const training_set& before_from,
      const training_set& from,
      const std::vector<std::uint32_t>& was
  );

  /// What a core that never saw them says of every `folds`-th example from `first` on, in order.
  std::vector<judged> judge_unseen(const training_set& from, std::size_t first, std::size_t folds);
  /// Learns all examples. Goes on from where the last `judge_unseen` arrived, which saw nearly all.
  void learn(const training_set& from);

  /// The result is per thread and valid until the next call.
  const judged& judge(std::span<const token> words, language in) const;
  /// Score of a label without any scaling; for explanations.
  float score_of(std::span<const token> words, language in, std::uint32_t label) const;
  /// The examples most alike: number and cosine, nearest first.
  std::vector<entry> nearest(std::span<const token> words, language in, std::size_t most) const;

 private:
  static constexpr std::uint32_t nobody = 0xffffffff;

  const judged& judge(const encoded& message, std::uint32_t itself) const;
  float nearest_of(const encoded& message, std::uint32_t label, std::uint32_t except) const;
  regression& training_on(const training_set& from);
  void index_examples(const training_set& from);
  void part_by_label(const training_set& from);

  encoder encode_;
  linear_scores model_;
  std::unique_ptr<regression> training_;  ///< until all is learned
  std::size_t label_count_;
  bool has_none_;
  std::vector<std::uint32_t> first_of_;  ///< by label: its first example; and the end
  // Which examples have a unit of the words block: entries of `having_`, unit by unit, and within a
  // unit label by label.
  struct stretch {
    std::uint32_t label, begin;  ///< of `having_`; up to where the next one begins
  };
  large_vector<entry> having_;
  large_vector<stretch> stretches_;    ///< and one past the last
  large_vector<std::uint32_t> begin_;  ///< by unit: its first stretch; and the end
};

}  // namespace frontdesk::intent

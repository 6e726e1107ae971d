// SPDX-License-Identifier: Apache-2.0
#include "intent/core.hpp"

#include "intent/encoder_blocks.hpp"
#include "intent/kernels.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace frontdesk::intent {

core::core(const training_set& from, bool has_none, const descent& how)
    : encode_(from), label_count_(from.labels.size()), has_none_(has_none) {
  const auto problem = problem_of(encode_, from);
  model_.weights = train(problem, how);
  model_.units = unit_scores(problem, model_.weights);
  const auto& examples = encode_.examples();
  begin_.assign(encode_.plain() + 1, 0);
  for (std::size_t i = 0; i < examples.rows(); ++i)
    for (const entry& e : examples.row(i))
      if (encode_.is_word_unit(e.at)) ++begin_[e.at + 1];
  std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
  having_.resize(begin_.back());
  auto next = begin_;
  for (std::size_t i = 0; i < examples.rows(); ++i)
    for (const entry& e : examples.row(i))
      if (encode_.is_word_unit(e.at))
        having_[next[e.at]++] = {static_cast<std::uint32_t>(i), e.value};
}

void core::similarities(const encoded& message, std::vector<float>& to) const {
  to.assign(encode_.examples().rows(), 0.0F);
  for (const entry& e : message.units) {
    if (!encode_.is_word_unit(e.at)) continue;
    for (std::uint32_t i = begin_[e.at]; i < begin_[e.at + 1]; ++i)
      to[having_[i].at] += e.value * having_[i].value;
  }
}

float core::alike(const encoded& message) const {
  static thread_local std::vector<float> all;
  similarities(message, all);
  const float scale = 1 / (blocks::words * blocks::words);
  return all.empty() ? 0 : *std::max_element(all.begin(), all.end()) * scale;
}

const core::judged& core::judge(const std::vector<token>& words, language in) const {
  static thread_local judged result;
  static thread_local encoded message;
  encode_.encode(words, in, message);
  auto& p = result.probabilities;
  score(message, model_, p);
  const std::size_t topics = label_count_ - (has_none_ ? 1 : 0);
  const float top = *std::max_element(p.begin(), p.begin() + static_cast<std::ptrdiff_t>(topics));
  const float none = has_none_ ? p[topics] : 0;
  const float all = kernels::softmax(p.data(), label_count_);
  const float best = *std::max_element(p.begin(), p.begin() + static_cast<std::ptrdiff_t>(topics));
  // Fused as measured on the public sets: no part alone sees all that is not covered.
  result.covered = 0.7 * static_cast<double>(top) + 2.2 * static_cast<double>(all) +
                   1.6 * static_cast<double>(best) + 4.5 * static_cast<double>(alike(message)) +
                   2.8 * message.known;
  if (has_none_) result.covered -= 2.0 * static_cast<double>(none - top);
  float sum = 0;
  for (std::size_t i = 0; i < topics; ++i) sum += p[i];
  for (std::size_t i = 0; i < topics; ++i) p[i] /= std::max(sum, 1e-30F);
  p.resize(topics);
  return result;
}

float core::score_of(const std::vector<token>& words, language in, std::uint32_t label) const {
  encoded message;
  std::vector<float> scores;
  encode_.encode(words, in, message);
  score(message, model_, scores);
  return scores[label];
}

std::vector<entry> core::nearest(const std::vector<token>& words, language in, std::size_t most)
    const {
  encoded message;
  encode_.encode(words, in, message);
  std::vector<float> all;
  similarities(message, all);
  std::vector<entry> near;
  for (std::uint32_t i = 0; i < all.size(); ++i)
    near.push_back({i, all[i] / (blocks::words * blocks::words)});
  const auto kept = static_cast<std::ptrdiff_t>(std::min(most, near.size()));
  const auto nearer = [](const entry& a, const entry& b) {
    return a.value != b.value ? a.value > b.value : a.at < b.at;
  };
  std::partial_sort(near.begin(), near.begin() + kept, near.end(), nearer);
  near.resize(static_cast<std::size_t>(kept));
  return near;
}

}  // namespace frontdesk::intent

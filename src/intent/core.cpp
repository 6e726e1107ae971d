// SPDX-License-Identifier: Apache-2.0
#include "intent/core.hpp"

#include "intent/encoder_blocks.hpp"
#include "intent/kernels.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace frontdesk::intent {

core::core(const training_set& from, bool has_none, const descent& how)
    : encode_(from), label_count_(from.labels.size()), has_none_(has_none) {
  const auto is_topic = [&](const labelled& l) { return !has_none || l.label + 1 < label_count_; };
  topic_examples_ =
      static_cast<std::size_t>(std::count_if(from.examples.begin(), from.examples.end(), is_topic));
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

void core::measure_alike(const encoded& message, signs& to) const {
  static thread_local std::vector<float> all;
  similarities(message, all);
  const float topic = kernels::largest(all.data(), topic_examples_);
  const float none = kernels::largest(all.data() + topic_examples_, all.size() - topic_examples_);
  const float scale = 1 / (blocks::words * blocks::words);
  to.of[signs::alike] = topic * scale;
  to.of[signs::nearer] = (topic - none) * scale;
}

const core::judged& core::judge(const std::vector<token>& words, language in) const {
  static thread_local judged result;
  static thread_local encoded message;
  encode_.encode(words, in, message);
  auto& p = result.probabilities;
  auto& of = result.signs.of;
  score(message, model_, p);
  const std::size_t topics = label_count_ - (has_none_ ? 1 : 0);
  float top = -1e30F, second = -1e30F;
  for (std::size_t i = 0; i < topics; ++i) {
    if (p[i] > top)
      second = std::exchange(top, p[i]);
    else
      second = std::max(second, p[i]);
  }
  of[signs::top] = top;
  of[signs::margin] = topics > 1 ? top - second : 0;
  of[signs::not_none] = has_none_ ? top - p[topics] : 0;
  of[signs::known] = static_cast<float>(message.known);
  const float everything = kernels::softmax(p.data(), label_count_);
  const float none = has_none_ ? p[topics] : 0;
  of[signs::all] = everything + std::log(std::max(1 - none, 1e-6F));
  of[signs::best] = kernels::exponential(top - everything);
  measure_alike(message, result.signs);
  for (std::size_t i = 0; i < topics; ++i) p[i] /= std::max(1 - none, 1e-6F);
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

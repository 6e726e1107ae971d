// SPDX-License-Identifier: Apache-2.0
#include "intent/core.hpp"

#include "intent/adjust.hpp"
#include "intent/encoder_blocks.hpp"
#include "intent/kernels.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

namespace frontdesk::intent {

core::core(const training_set& from, const corpus& read, bool has_none)
    : encode_(from, read), label_count_(from.labels.size()), has_none_(has_none) {
  index_examples(from);
}

regression& core::training_on(const training_set& from) {
  if (!training_) training_ = std::make_unique<regression>(problem_of(encode_, from));
  return *training_;
}

void core::learn(const training_set& from) {
  auto how = descent_for(from.examples.size());
  // Half the steps of a fold are steps that this one need not do: README.md.
  if (!model_.weights.numbers().empty()) how.steps_max -= to_compare.steps_max / 2;
  auto& training = training_on(from);
  training.train(model_.weights, how);
  unit_scores(training.problem(), model_.weights, model_.units);
  training_.reset();
}

core::core(
    const core& before,
    const training_set& before_from,
    const training_set& from,
    const std::vector<std::uint32_t>& was
)
    : encode_(before.encode_, from, was),
      label_count_(before.label_count_),
      has_none_(before.has_none_) {
  const auto problem = problem_of(encode_, from);
  model_.weights = before.model_.weights;
  adjust(model_.weights, problem_of(before.encode_, before_from), problem, was);
  unit_scores(problem, model_.weights, model_.units);
  index_examples(from);
}

void core::index_examples(const training_set& from) {
  assert(std::is_sorted(
      from.examples.begin(),
      from.examples.end(),
      [](const labelled& a, const labelled& b) { return a.label < b.label; }
  ));
  first_of_.assign(label_count_ + 1, 0);
  for (const labelled& l : from.examples) ++first_of_[l.label + 1];
  std::partial_sum(first_of_.begin(), first_of_.end(), first_of_.begin());
  const auto& examples = encode_.examples();
  begin_.assign(encode_.plain() + 1, 0);
  for (std::size_t i = 0; i < examples.rows(); ++i)
    for (const entry& e : examples.row(i))
      if (encode_.is_word_unit(e.at)) ++begin_[e.at + 1];
  // What very many examples have says little of which is near, and its lists are the longest: taken
  // out, no figure of README.md moves, and a message is read in three quarters of the time.
  const auto most =
      static_cast<std::uint32_t>(std::max(50.0, 0.03 * static_cast<double>(examples.rows())));
  std::vector<char> common(begin_.size(), 0);
  for (std::size_t u = 0; u + 1 < begin_.size(); ++u) {
    if (begin_[u + 1] <= most) continue;
    begin_[u + 1] = 0;
    common[u] = 1;
  }
  std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
  having_.resize(begin_.back());
  auto next = begin_;
  for (std::size_t i = 0; i < examples.rows(); ++i)
    for (const entry& e : examples.row(i))
      if (encode_.is_word_unit(e.at) && common[e.at] == 0)
        having_[next[e.at]++] = {static_cast<std::uint32_t>(i), e.value};
  part_by_label(from);
}

// From where each unit begins in `having_` to where each label of it does.
void core::part_by_label(const training_set& from) {
  for (std::size_t u = 0; u + 1 < begin_.size(); ++u) {
    const auto first = static_cast<std::uint32_t>(stretches_.size());
    for (std::uint32_t i = std::exchange(begin_[u], first); i < begin_[u + 1]; ++i) {
      const auto label = from.examples[having_[i].at].label;
      if (stretches_.size() == first || stretches_.back().label != label)
        stretches_.push_back({label, i});
    }
  }
  begin_.back() = static_cast<std::uint32_t>(stretches_.size());
  stretches_.push_back({nobody, static_cast<std::uint32_t>(having_.size())});
}

// Cosine to the nearest example of one label. Only that label's part of each word's list is read:
// the lists of common words hold thousands. They lie all over some megabytes, so all are asked for
// before the first is read.
float core::nearest_of(const encoded& message, std::uint32_t label, std::uint32_t except) const {
  struct part {
    std::span<const entry> having;
    float value;
  };
  static thread_local std::vector<float> alike;
  static thread_local std::vector<part> parts;
  for (const entry& e : message.units)
    if (encode_.is_word_unit(e.at)) __builtin_prefetch(stretches_.data() + begin_[e.at]);
  parts.clear();
  for (const entry& e : message.units) {
    if (!encode_.is_word_unit(e.at)) continue;
    const auto* s = stretches_.data() + begin_[e.at];
    const auto* last = stretches_.data() + begin_[e.at + 1];
    while (s != last && s->label < label) ++s;
    if (s == last || s->label != label) continue;
    parts.push_back({{having_.data() + s->begin, having_.data() + s[1].begin}, e.value});
    __builtin_prefetch(having_.data() + s->begin);
  }
  const std::uint32_t first = first_of_[label], end = first_of_[label + 1];
  alike.assign(end - first, 0.0F);
  float most = 0;  // what has been added up only grows
  for (const part& p : parts) {
    for (const entry& e : p.having) {
      if (e.at == except) continue;
      float& sum = alike[e.at - first];
      sum += p.value * e.value;
      most = std::max(most, sum);
    }
  }
  return most / (blocks::words * blocks::words);
}

const core::judged& core::judge(const encoded& message, std::uint32_t itself) const {
  static thread_local judged result;
  auto& p = result.probabilities;
  auto& of = result.signs.of;
  score(message, model_, p);
  const std::size_t topics = label_count_ - (has_none_ ? 1 : 0);
  std::size_t best = 0;
  float second = -1e30F;
  for (std::size_t i = 1; i < topics; ++i) {
    second = std::max(second, std::min(p[i], p[best]));
    if (p[i] > p[best]) best = i;
  }
  const float top = p[best];
  of[signs::top] = top;
  of[signs::margin] = topics > 1 ? top - second : 0;
  of[signs::not_none] = has_none_ ? top - p[topics] : 0;
  of[signs::known] = static_cast<float>(message.known);
  const float everything = kernels::softmax(p.data(), label_count_);
  const float none = has_none_ ? p[topics] : 0;
  of[signs::all] = everything + std::log(std::max(1 - none, 1e-6F));
  of[signs::best] = kernels::exponential(top - everything);
  of[signs::alike] = nearest_of(message, static_cast<std::uint32_t>(best), itself);
  of[signs::nearer] =
      of[signs::alike] -
      (has_none_ ? nearest_of(message, static_cast<std::uint32_t>(topics), itself) : 0);
  for (std::size_t i = 0; i < topics; ++i) p[i] /= std::max(1 - none, 1e-6F);
  p.resize(topics);
  return result;
}

const core::judged& core::judge(std::span<const token> words, language in) const {
  static thread_local encoded message;
  encode_.encode(words, in, message);
  return judge(message, nobody);
}

std::vector<core::judged> core::judge_unseen(
    const training_set& from, std::size_t first, std::size_t folds
) {
  std::vector<char> left_out(from.examples.size());
  for (std::size_t i = first; i < left_out.size(); i += folds) left_out[i] = 1;
  auto& training = training_on(from);
  model_.weights = {};
  training.train(model_.weights, to_compare, &left_out);
  unit_scores(training.problem(), model_.weights, model_.units);
  std::vector<judged> all;
  for (std::size_t i = first; i < left_out.size(); i += folds) {
    const auto row = encode_.examples().row(i);
    const encoded message{{row.begin(), row.end()}, {}, encode_.known_elsewhere(i)};
    all.push_back(judge(message, static_cast<std::uint32_t>(i)));
  }
  return all;
}

float core::score_of(std::span<const token> words, language in, std::uint32_t label) const {
  encoded message;
  std::vector<float> scores;
  encode_.encode(words, in, message);
  score(message, model_, scores);
  return scores[label];
}

std::vector<entry> core::nearest(std::span<const token> words, language in, std::size_t most)
    const {
  encoded message;
  encode_.encode(words, in, message);
  std::vector<float> alike(encode_.examples().rows());
  for (const entry& e : message.units) {
    if (!encode_.is_word_unit(e.at)) continue;
    const auto begin = stretches_[begin_[e.at]].begin, end = stretches_[begin_[e.at + 1]].begin;
    for (std::uint32_t i = begin; i < end; ++i) alike[having_[i].at] += e.value * having_[i].value;
  }
  std::vector<entry> near;
  for (std::uint32_t i = 0; i < alike.size(); ++i)
    near.push_back({i, alike[i] / (blocks::words * blocks::words)});
  const auto kept = static_cast<std::ptrdiff_t>(std::min(most, near.size()));
  const auto nearer = [](const entry& a, const entry& b) {
    return a.value != b.value ? a.value > b.value : a.at < b.at;
  };
  std::partial_sort(near.begin(), near.begin() + kept, near.end(), nearer);
  near.resize(static_cast<std::size_t>(kept));
  return near;
}

}  // namespace frontdesk::intent

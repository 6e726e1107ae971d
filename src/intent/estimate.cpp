// SPDX-License-Identifier: Apache-2.0
#include "intent/estimate.hpp"

#include "intent/matcher.hpp"
#include "intent/written.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace frontdesk::intent {
namespace {

constexpr std::size_t folds = 5;
// So many messages place a share of 90 % within a point.
constexpr std::size_t enough = 4000;
// With fewer examples an interval says nothing.
constexpr std::size_t examples_min = 20;

std::vector<written> all_examples(const model& m) {
  std::vector<written> out;
  const auto keep = [&](const written& e) { out.push_back(e); };
  each_topic_example(m, keep);
  each_none(m, keep);
  return out;
}

// The model without every fifth example, from number `fold` on. Numbers count as in all_examples.
model without(const model& m, std::size_t fold) {
  model rest = m;
  std::size_t i = 0;
  const auto thin = [&](by_language<lines>& texts) {
    for (auto& list : texts.each) {
      std::erase_if(list, [&](const std::string&) { return i++ % folds == fold; });
    }
  };
  for (auto& t : rest.topics) thin(t.examples);
  thin(rest.none);
  return rest;
}

struct judged {
  std::string topic;  ///< empty: not covered
  double score = 0;
};
judged judge(const matcher& by, const written& e) {
  auto words = tokenise(e.text);
  by.correct(words, e.in);
  const auto v = by.judge(words, e.in);
  if (v.confidence < 0.5 || v.best.empty()) return {};
  return {by.labels()[v.best.front().label], static_cast<double>(v.best.front().score)};
}

void add(estimate& to, const written& e, const judged& j) {
  if (!e.owner) return to.none_refused.count(j.topic.empty());
  to.right.count(j.topic == e.owner->id);
  to.turned_away.count(j.topic.empty());
  if (j.topic.empty() || j.topic == e.owner->id) return;
  to.wrong.push_back({e.owner->id, j.topic, e.text, e.at, j.score});
}

}  // namespace

double share::value() const {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

interval wilson(const share& of) {
  if (of.whole == 0) return {};
  constexpr double z = 1.959964;  // of the normal distribution, for 95 %
  const double n = static_cast<double>(of.whole), p = of.value();
  const double middle = p + z * z / (2 * n);
  const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  const double scale = 1 + z * z / n;
  return {std::max(0.0, (middle - half) / scale), std::min(1.0, (middle + half) / scale)};
}

std::string to_text(const share& s) {
  const auto [low, high] = wilson(s);
  char out[120];
  std::snprintf(
      out,
      sizeof out,
      "%.1f%% (95%% interval %.1f to %.1f; %zu of %zu)",
      100 * s.value(),
      100 * low,
      100 * high,
      s.part,
      s.whole
  );
  return out;
}

estimate hold_aside(const model& m) {
  estimate out;
  const auto all = all_examples(m);
  if (all.size() < examples_min) return out;
  std::size_t held = 0;
  for (; out.folds < folds && held < enough; ++out.folds) {
    const matcher by(lesson_of(without(m, out.folds)));
    for (std::size_t i = out.folds; i < all.size(); i += folds, ++held) {
      add(out, all[i], judge(by, all[i]));
      if (all[i].owner) ++out.tried[all[i].owner->id];
    }
  }
  return out;
}

}  // namespace frontdesk::intent

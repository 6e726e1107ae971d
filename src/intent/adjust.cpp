// SPDX-License-Identifier: Apache-2.0
#include "intent/adjust.hpp"

#include "intent/encoder.hpp"
#include "intent/encoder_blocks.hpp"
#include "intent/kernels.hpp"

#include <algorithm>
#include <cmath>

namespace frontdesk::intent {
namespace {

// Some examples of a problem, each over the weights themselves instead of units.
struct rows_over_weights {
  std::vector<std::vector<entry>> rows;
  std::vector<std::uint32_t> labels;

  void add(const linear_problem& p, std::size_t example) {
    auto& row = rows.emplace_back();
    labels.push_back(p.labels[example]);
    for (const entry& u : p.examples->row(example)) {
      if (u.at < p.plain) {
        row.push_back(u);
        continue;
      }
      for (const entry& w : p.units->row(u.at - p.plain)) row.push_back({w.at, u.value * w.value});
    }
    blocks::add_up(row);
  }
  table<float> scores(const table<float>& weights) const {
    table<float> all(rows.size(), weights.stride());
    for (std::size_t i = 0; i < rows.size(); ++i)
      kernels::gather(rows[i].data(), rows[i].size(), weights.row(0), all.stride(), all.row(i));
    return all;
  }
};

rows_over_weights gone(const linear_problem& before, const std::vector<std::uint32_t>& was) {
  std::vector<char> stays(before.examples->rows());
  for (const auto w : was)
    if (w != encoder::is_new) stays[w] = 1;
  rows_over_weights all;
  for (std::size_t i = 0; i < stays.size(); ++i)
    if (stays[i] == 0) all.add(before, i);
  return all;
}

rows_over_weights come(const linear_problem& after, const std::vector<std::uint32_t>& was) {
  rows_over_weights all;
  for (std::size_t i = 0; i < was.size(); ++i)
    if (was[i] == encoder::is_new) all.add(after, i);
  return all;
}

// The pull of an example on its weights goes, and they give way by as much as they are soft.
void forget(
    table<float>& weights,
    const rows_over_weights& what,
    const std::vector<float>& bends,
    const linear_problem& p
) {
  auto errors = what.scores(weights);
  for (std::size_t i = 0; i < what.rows.size(); ++i) {
    kernels::softmax(errors.row(i), p.label_count);
    errors.row(i)[what.labels[i]] -= 1;
    kernels::scale(static_cast<float>(p.cost), errors.row(i), p.label_count);
    std::fill(errors.row(i) + p.label_count, errors.row(i) + errors.stride(), 0.0F);
  }
  for (std::size_t i = 0; i < what.rows.size(); ++i)
    for (const entry& e : what.rows[i])
      kernels::add(e.value / bends[e.at], errors.row(i), weights.row(e.at), errors.stride());
}

// Logistic regression over the new examples alone, each weight drawn to where it is by its bend.
// With weights counted in 1/sqrt(bend) that is a problem like any other.
void learn(
    table<float>& weights,
    const rows_over_weights& what,
    const std::vector<float>& bends,
    const linear_problem& p
) {
  const auto scored = what.scores(weights);
  std::vector<std::uint32_t> touched;
  for (const auto& row : what.rows)
    for (const entry& e : row) touched.push_back(e.at);
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  const auto softness = [&](std::uint32_t weight) { return 1 / std::sqrt(bends[weight]); };
  sparse examples;
  for (auto row : what.rows) {
    for (entry& e : row) {
      e.value *= softness(e.at);
      const auto at = std::lower_bound(touched.begin(), touched.end(), e.at);
      e.at = static_cast<std::uint32_t>(at - touched.begin());
    }
    examples.add_row(row);
  }
  const sparse no_units;
  linear_problem few;
  few.examples = &examples;
  few.units = &no_units;
  few.plain = few.weights = touched.size();
  few.labels = what.labels;
  few.label_count = p.label_count;
  few.cost = p.cost;
  few.scored = &scored;
  const auto moved = train(few, descent{});
  for (std::size_t i = 0; i < touched.size(); ++i)
    kernels::add(softness(touched[i]), moved.row(i), weights.row(touched[i]), moved.stride());
}

}  // namespace

void adjust(
    table<float>& weights,
    const linear_problem& before,
    const linear_problem& after,
    const std::vector<std::uint32_t>& was
) {
  const auto bends = bends_of(before);
  const auto old = gone(before, was), fresh = come(after, was);
  if (!old.rows.empty()) forget(weights, old, bends, before);
  if (!fresh.rows.empty()) learn(weights, fresh, bends, after);
}

}  // namespace frontdesk::intent

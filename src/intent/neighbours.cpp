// SPDX-License-Identifier: Apache-2.0
#include "intent/neighbours.hpp"

#include "intent/kernels.hpp"
#include "intent/lexical.hpp"
#include "intent/parallel.hpp"

#include <algorithm>
#include <array>

namespace frontdesk::intent {
namespace {

using near_ones = std::vector<entry>;

constexpr std::size_t most = 10;
constexpr auto least_product =
    static_cast<std::int32_t>(0.1 * lexical::length * lexical::length);  // a cosine of 0.1
constexpr std::size_t stride = (lexical::dimensions + 15) / 16 * 16;     // no remainder to add up

float cosine(std::int32_t product) {
  return static_cast<float>(product) * lexical::scale * lexical::scale;
}
bool closer(const entry& a, const entry& b) {
  return a.value != b.value ? a.value > b.value : a.at < b.at;
}

void keep(near_ones& of, const entry& e) {
  if (of.size() == most && !closer(e, of.back())) return;
  if (of.size() == most) of.pop_back();
  of.insert(std::upper_bound(of.begin(), of.end(), e, closer), e);
}

}  // namespace

meanings::meanings(const std::vector<const std::int8_t*>& vectors) : count_(vectors.size()) {
  for (std::uint32_t s = 0; s < vectors.size(); ++s)
    if (vectors[s] != nullptr) which_.push_back(s);
  numbers_.resize(which_.size() * stride);
  for (std::size_t i = 0; i < which_.size(); ++i)
    std::copy_n(vectors[which_[i]], lexical::dimensions, &numbers_[i * stride]);
}

// Row i against all later ones; each pair tells both.
void meanings::compare(std::size_t i, std::vector<near_ones>& near) const {
  for (std::size_t k = i + 1; k < which_.size(); ++k) {
    const auto product = kernels::dot(&numbers_[i * stride], &numbers_[k * stride], stride);
    if (product <= least_product) continue;
    keep(near[which_[i]], {which_[k], cosine(product)});
    keep(near[which_[k]], {which_[i], cosine(product)});
  }
}

std::vector<near_ones> meanings::nearest() const {
  const std::size_t n = which_.size();
  std::vector<near_ones> near(count_), second_near(count_);
  // The first row has the most pairs and the last none: one of each side has always the same.
  in_halves((n + 1) / 2, [&](std::size_t begin, std::size_t end) {
    auto& mine = begin == 0 ? near : second_near;
    for (std::size_t i = begin; i < end; ++i) {
      compare(i, mine);
      if (n - 1 - i != i) compare(n - 1 - i, mine);
    }
  });
  for (std::size_t s = 0; s < near.size(); ++s)
    for (const entry& e : second_near[s]) keep(near[s], e);
  return near;
}

void meanings::nearest(const std::int8_t* vector, near_ones& into) const {
  std::array<std::int16_t, stride> row{};
  std::copy_n(vector, lexical::dimensions, row.begin());
  into.clear();
  for (std::size_t k = 0; k < which_.size(); ++k) {
    const auto product = kernels::dot(row.data(), &numbers_[k * stride], stride);
    if (product > least_product) keep(into, {which_[k], cosine(product)});
  }
}

}  // namespace frontdesk::intent

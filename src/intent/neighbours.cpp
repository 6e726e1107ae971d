// SPDX-License-Identifier: Apache-2.0
#include "intent/neighbours.hpp"

#include "intent/kernels.hpp"
#include "intent/lexical.hpp"
#include "intent/parallel.hpp"

#include <algorithm>

namespace frontdesk::intent {
namespace {

using near_ones = std::vector<entry>;

constexpr std::size_t most = 10;
constexpr auto least_product =
    static_cast<std::int32_t>(0.1 * lexical::length * lexical::length);  // a cosine of 0.1
constexpr std::size_t stride = (lexical::dimensions + 15) / 16 * 16;     // no remainder to add up

bool closer(const entry& a, const entry& b) {
  return a.value != b.value ? a.value > b.value : a.at < b.at;
}

void keep(near_ones& of, const entry& e) {
  if (of.size() == most && !closer(e, of.back())) return;
  if (of.size() == most) of.pop_back();
  of.insert(std::upper_bound(of.begin(), of.end(), e, closer), e);
}

// Those that have a vector, as whole numbers in rows.
struct rows {
  std::vector<std::uint32_t> which;
  std::vector<std::int16_t> numbers;
  explicit rows(const std::vector<const std::int8_t*>& vectors) {
    for (std::uint32_t s = 0; s < vectors.size(); ++s)
      if (vectors[s] != nullptr) which.push_back(s);
    numbers.resize(which.size() * stride);
    for (std::size_t i = 0; i < which.size(); ++i)
      std::copy_n(vectors[which[i]], lexical::dimensions, numbers.begin() + at(i));
  }
  std::ptrdiff_t at(std::size_t i) const { return static_cast<std::ptrdiff_t>(i * stride); }
};

// Row i against all later ones; each pair tells both.
void compare(const rows& r, std::size_t i, std::vector<near_ones>& near) {
  for (std::size_t k = i + 1; k < r.which.size(); ++k) {
    const auto product = kernels::dot(&r.numbers[i * stride], &r.numbers[k * stride], stride);
    if (product <= least_product) continue;
    const float cosine = static_cast<float>(product) * lexical::scale * lexical::scale;
    keep(near[r.which[i]], {r.which[k], cosine});
    keep(near[r.which[k]], {r.which[i], cosine});
  }
}

}  // namespace

std::vector<std::vector<entry>> nearest_by_meaning(const std::vector<const std::int8_t*>& vectors) {
  const rows r(vectors);
  const std::size_t n = r.which.size();
  std::vector<near_ones> near(vectors.size()), second_near(vectors.size());
  // The first row has the most pairs and the last none: one of each side has always the same.
  in_halves((n + 1) / 2, [&](std::size_t begin, std::size_t end) {
    auto& mine = begin == 0 ? near : second_near;
    for (std::size_t i = begin; i < end; ++i) {
      compare(r, i, mine);
      if (n - 1 - i != i) compare(r, n - 1 - i, mine);
    }
  });
  for (std::size_t s = 0; s < near.size(); ++s)
    for (const entry& e : second_near[s]) keep(near[s], e);
  return near;
}

}  // namespace frontdesk::intent

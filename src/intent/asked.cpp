// SPDX-License-Identifier: Apache-2.0
#include "intent/asked.hpp"

#include <algorithm>
#include <cmath>

namespace frontdesk::intent {

namespace {

double log_odds(double probability) {
  const double p = std::clamp(probability, 1e-4, 1 - 1e-4);
  return std::log(p / (1 - p));
}

}  // namespace

double asked(const part_signs& p) {
  constexpr double least = 1e-3;  // below, the whole message says nothing more about the topic
  double sum = -2.9;
  sum += 0.52 * log_odds(p.score);
  sum += 0.58 * std::log(std::max(p.in_whole, least));
  sum += 1.43 * (p.asks ? 1 : 0);
  sum += p.whole_says_so ? 1.15 + 0.97 * log_odds(p.whole_confidence)
                         : -0.24 * log_odds(p.whole_in_part);
  sum += -0.83 * (p.by_pattern ? 1 : 0);
  sum += 1.69 * static_cast<double>(std::min<std::size_t>(p.words, 12)) / 12;
  sum += 0.15 * std::log(static_cast<double>(std::max<std::size_t>(p.parts, 1)));
  sum += 0.61 * static_cast<double>(p.sure_parts);
  return sum;
}

}  // namespace frontdesk::intent

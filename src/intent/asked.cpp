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
  double sum = -0.92;  // -1.02 by the regression; a question too many costs less than one missed
  sum += 0.32 * log_odds(p.score);
  sum += 0.57 * std::log(std::max(p.in_whole, least));
  sum += 1.16 * (p.asks ? 1 : 0);
  sum += p.whole_says_so ? 0.63 + 1.05 * log_odds(p.whole_confidence)
                         : -0.23 * log_odds(p.whole_in_part);
  sum += -0.85 * (p.by_pattern ? 1 : 0);
  sum += 1.57 * static_cast<double>(std::min<std::size_t>(p.words, 12)) / 12;
  sum += -1.21 * std::log(static_cast<double>(std::max<std::size_t>(p.parts, 1)));
  sum += 0.77 * static_cast<double>(p.sure_parts);
  return sum;
}

}  // namespace frontdesk::intent

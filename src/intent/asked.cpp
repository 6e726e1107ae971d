// SPDX-License-Identifier: Apache-2.0
#include "intent/asked.hpp"

#include <algorithm>
#include <cmath>

namespace frontdesk::intent {

double asked(const part_signs& p) {
  constexpr double least = 1e-3;  // below, the whole message says nothing more about the topic
  const double score = std::clamp(p.score, 1e-4, 1 - 1e-4);
  double sum = -1.1;  // -1.5 by the regression; a question too many costs less than one missed
  sum += 0.62 * std::log(score / (1 - score));
  sum += 0.54 * std::log(std::max(p.in_whole, least));
  sum += 1.26 * (p.asks ? 1 : 0);
  sum += 1.76 * (p.whole_says_so ? 1 : 0);
  sum += 1.19 * (p.by_pattern ? 1 : 0);
  sum += 1.64 * static_cast<double>(std::min<std::size_t>(p.words, 12)) / 12;
  sum += 0.98 * std::log(static_cast<double>(std::max<std::size_t>(p.parts, 1)));
  return sum;
}

}  // namespace frontdesk::intent

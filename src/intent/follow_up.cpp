// SPDX-License-Identifier: Apache-2.0
#include "intent/follow_up.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace frontdesk::intent {

std::vector<std::string> follow_ups::stems_of(const std::vector<token>& words, language in) {
  std::vector<std::string> stems;
  for (const token& t : words) stems.push_back(t.stem[in]);
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

follow_ups::follow_ups(const model& m) {
  double examples = 1;
  for (const topic& t : m.topics) {
    for (const auto in : {language::en, language::es}) {
      for (const follow_up& f : t.follow_ups) {
        for (const auto& text : f.examples[in]) {
          by_topic_[t.id][in].push_back({f.means, stems_of(tokenise(text), in)});
          for (const auto& s : by_topic_[t.id][in].back().stems) rarity_[s] += 1;
          examples += 1;
        }
      }
    }
  }
  for (auto& [stem, times] : rarity_) times = std::log(examples / (times + 1)) + 0.5;
  unseen_ = std::log(examples) + 0.5;
}

double follow_ups::rarity(const std::string& stem) const {
  const auto it = rarity_.find(stem);
  return it == rarity_.end() ? unseen_ : it->second;
}

follow_ups::found follow_ups::find(const std::string& after, const std::vector<token>& words)
    const {
  constexpr std::size_t words_max = 12;  // a follow-up is short; more says its topic itself
  found best;
  const auto topic = by_topic_.find(after);
  if (topic == by_topic_.end() || words.size() > words_max) return best;
  for (const auto in : {language::en, language::es}) {
    const auto stems = stems_of(words, in);
    double own = 0;
    for (const auto& s : stems) own += rarity(s) * rarity(s);
    for (const example& e : topic->second[in]) {
      double theirs = 0, common = 0;
      for (const auto& s : e.stems) theirs += rarity(s) * rarity(s);
      std::vector<std::string> both;
      std::set_intersection(
          stems.begin(), stems.end(), e.stems.begin(), e.stems.end(), std::back_inserter(both)
      );
      for (const auto& s : both) common += rarity(s) * rarity(s);
      const double similarity = own * theirs > 0 ? common / std::sqrt(own * theirs) : 0;
      if (similarity > best.similarity) best = {e.means, similarity};
    }
  }
  return best;
}

}  // namespace frontdesk::intent

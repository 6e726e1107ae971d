// SPDX-License-Identifier: Apache-2.0
#include "intent/danger_score.hpp"

#include <algorithm>

namespace frontdesk::intent {
namespace {

constexpr std::uint32_t harmless = 4;  // label; the dangers are 0 to 3
// Of each side. With fewer, a threshold that cross-validation finds means nothing: ordinary
// messages of other kinds would raise alarms.
constexpr std::size_t enough = 50;

// How the false alarms that are allowed are shared among the dangers, gravest first (a wish to die
// is the hardest to tell from an idiom), and the least that a score must be.
constexpr std::array<double, 4> shares{0.55, 0.2, 0.15, 0.1};
constexpr std::array<double, 4> least{0.3, 0.4, 0.5, 0.5};

training_set gather(const safety_rules& from) {
  training_set all;
  all.labels.assign(danger_topics.begin(), danger_topics.end());
  all.labels.emplace_back("harmless");
  const auto add = [&](const by_language<lines>& texts, std::uint32_t label) {
    for (const auto in : {language::en, language::es})
      for (const auto& text : texts[in]) all.examples.push_back({text, in, label});
  };
  for (std::uint32_t d = 0; d < danger_topics.size(); ++d) {
    const auto it = from.examples.find(danger_topics[d]);
    if (it != from.examples.end()) add(it->second, d);
  }
  add(from.harmless, harmless);
  return all;
}

bool can_learn(const training_set& s) {
  const auto is_harmless = [](const labelled& l) { return l.label == harmless; };
  const auto calm =
      static_cast<std::size_t>(std::count_if(s.examples.begin(), s.examples.end(), is_harmless));
  return calm >= enough && s.examples.size() - calm >= enough;
}

// The score above which at most `share` of the scores lie.
double quantile(std::vector<double> scores, double share) {
  std::sort(scores.rbegin(), scores.rend());
  const auto allowed = static_cast<std::size_t>(share * static_cast<double>(scores.size()));
  return allowed < scores.size() ? scores[allowed] + 1e-6 : 0;
}

}  // namespace

danger_score::danger_score(const safety_rules& from) {
  const auto all = gather(from);
  if (!can_learn(all)) return;  // rules without examples of danger: patterns alone
  classifier_.emplace(all);
  const auto unseen = classifier_->unseen(all);
  thresholds_ = least;
  for (std::size_t d = 0; d < danger_topics.size(); ++d) {
    std::vector<double> calm;
    for (std::size_t i = 0; i < unseen.size(); ++i)
      if (all.examples[i].label == harmless) calm.push_back(static_cast<double>(unseen[i][d]));
    thresholds_[d] =
        std::max(thresholds_[d], quantile(std::move(calm), false_alarms_max * shares[d]));
  }
  for (const auto& e : all.examples) languages_.add(tokenise(e.text), e.in);
  languages_.finish();
}

danger_score::opinion danger_score::read(const std::vector<token>& words) const {
  opinion out;
  if (!classifier_) return out;
  const auto p = classifier_->probabilities(words, languages_.guess(words, {}));
  for (std::size_t d = 0; d < 4; ++d) {
    out.danger[d] = static_cast<double>(p[d]);
    if (out.fires < 0 && out.danger[d] > thresholds_[d]) out.fires = static_cast<int>(d);
  }
  return out;
}

}  // namespace frontdesk::intent

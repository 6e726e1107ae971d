// SPDX-License-Identifier: Apache-2.0
#include "intent/danger_score.hpp"

#include <algorithm>
#include <unordered_map>

namespace frontdesk::intent {
namespace {

constexpr std::size_t folds = 3;
// Ordinary examples are plenty; these many of each topic keep training short.
constexpr std::size_t ordinary_per_topic = 25, care_per_language = 40;

// How the false alarms that are allowed are shared among the dangers, gravest first, and the least
// that a score must be.
constexpr std::array<double, 4> shares{0.5, 0.3, 0.1, 0.1};
constexpr std::array<double, 4> least{0.4, 0.4, 0.5, 0.5};

constexpr std::uint32_t harmless = 4;  // label; the dangers are 0 to 3

// Evenly spread ones of a list, so that no family of examples is left out.
template <class F>
void some_of(const lines& list, std::size_t most, const F& take) {
  const auto n = std::min(list.size(), most);
  for (std::size_t i = 0; i < n; ++i) take(list[i * list.size() / n]);
}

struct material {
  training_set all;
  std::size_t hard = 0;  ///< the first so many are safety.json's own harmless messages
};

material gather(const model& m) {
  material out;
  for (const auto* d : danger_topics) out.all.labels.emplace_back(d);
  out.all.labels.emplace_back("harmless");
  out.all.synonyms = m.synonyms;
  const auto add = [&](const std::string& text, std::size_t l, std::uint32_t label) {
    out.all.examples.push_back({text, static_cast<language>(l), label});
  };
  for (std::size_t l = 0; l < language_count; ++l) {
    for (const auto& text : m.safety.harmless.each[l]) add(text, l, harmless);
  }
  out.hard = out.all.examples.size();
  for (std::size_t l = 0; l < language_count; ++l) {
    for (std::uint32_t d = 0; d < danger_topics.size(); ++d) {
      const auto it = m.safety.examples.find(danger_topics[d]);
      if (it == m.safety.examples.end()) continue;
      for (const auto& text : it->second.each[l]) add(text, l, d);
    }
    for (const auto& text : m.none.each[l]) add(text, l, harmless);
    for (const auto& t : m.topics) {
      const auto d = static_cast<std::uint32_t>(
          std::find(danger_topics.begin(), danger_topics.end(), t.id) - danger_topics.begin()
      );
      const auto most = d == harmless ? ordinary_per_topic : care_per_language;
      some_of(t.examples.each[l], most, [&](const std::string& text) { add(text, l, d); });
    }
  }
  return out;
}

bool enough(const training_set& s) {
  std::array<std::size_t, 5> count{};
  for (const auto& e : s.examples) ++count[e.label];
  return count[harmless] >= folds && count[0] + count[1] + count[2] + count[3] >= folds;
}

// Scores of the harmless messages by classifiers that have not seen them; empty for the others.
std::vector<std::vector<float>> unseen_scores(const material& from) {
  std::vector<std::vector<float>> out(from.all.examples.size());
  for (std::size_t fold = 0; fold < folds; ++fold) {
    training_set rest{from.all.labels, {}, from.all.synonyms};
    for (std::size_t i = 0; i < from.all.examples.size(); ++i) {
      if (i % folds != fold) rest.examples.push_back(from.all.examples[i]);
    }
    const classifier without(rest);
    for (std::size_t i = fold; i < out.size(); i += folds) {
      const auto& e = from.all.examples[i];
      if (e.label != harmless) continue;
      out[i] = without.probabilities(tokenise(e.text), e.in);
    }
  }
  return out;
}

// The score above which at most `share` of the scores lie.
double quantile(std::vector<double> scores, double share) {
  std::sort(scores.rbegin(), scores.rend());
  const auto allowed = static_cast<std::size_t>(share * static_cast<double>(scores.size()));
  return allowed < scores.size() ? scores[allowed] + 1e-6 : 0;
}

std::array<double, 4> thresholds_of(const material& from) {
  const auto scores = unseen_scores(from);
  auto out = least;
  for (std::size_t d = 0; d < 4; ++d) {
    std::vector<double> hard, ordinary;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      if (scores[i].empty()) continue;
      (i < from.hard ? hard : ordinary).push_back(static_cast<double>(scores[i][d]));
    }
    out[d] = std::max(
        {out[d],
         quantile(std::move(hard), danger_score::false_alarms_max * shares[d]),
         quantile(std::move(ordinary), danger_score::ordinary_alarms_max * shares[d])}
    );
  }
  return out;
}

}  // namespace

danger_score::danger_score(const model& m) {
  const auto from = gather(m);
  if (!enough(from.all)) return;  // rules without examples of danger: patterns alone
  thresholds_ = thresholds_of(from);
  classifier_.emplace(from.all);
  for (const auto& e : from.all.examples) {
    for (const auto& t : tokenise(e.text)) spanish_[t.normal] += e.in == language::es ? 1 : -1;
  }
}

language danger_score::language_of(const std::vector<token>& words) const {
  int spanish = 0;
  for (const auto& w : words) {
    const auto it = spanish_.find(w.normal);
    if (it != spanish_.end()) spanish += it->second > 0 ? 1 : it->second < 0 ? -1 : 0;
  }
  return spanish > 0 ? language::es : language::en;
}

danger_score::opinion danger_score::read(const std::vector<token>& words) const {
  opinion out;
  if (!classifier_) return out;
  const auto p = classifier_->probabilities(words, language_of(words));
  for (std::size_t d = 0; d < 4; ++d) {
    out.danger[d] = static_cast<double>(p[d]);
    if (out.fires < 0 && out.danger[d] > thresholds_[d]) out.fires = static_cast<int>(d);
  }
  return out;
}

}  // namespace frontdesk::intent

// SPDX-License-Identifier: Apache-2.0
#include "intent/danger_score.hpp"

#include <algorithm>
#include <unordered_map>

namespace frontdesk::intent {
namespace {

constexpr std::size_t folds = 2;
// Ordinary examples are plenty; these many of each topic keep training short. The others say how
// high ordinary messages score, and those that score high are trained too.
constexpr std::size_t ordinary_per_topic = 25, care_per_language = 40;

// How the false alarms that are allowed are shared among the dangers, gravest first (a wish to die
// is the hardest to tell from an idiom), and the least that a score must be.
constexpr std::array<double, 4> hard_shares{0.7, 0.15, 0.1, 0.05}, shares{0.4, 0.25, 0.25, 0.1};
constexpr std::array<double, 4> least{0.35, 0.4, 0.5, 0.5};

constexpr double mistaken = 0.1;

constexpr std::uint32_t harmless = 4;  // label; the dangers are 0 to 3

// Evenly spread ones of a list, so that no family of examples is left out.
template <class F, class G>
void some_of(const lines& list, std::size_t most, const F& take, const G& leave) {
  const auto n = std::min(list.size(), most);
  std::size_t taken = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool now = taken < n && i == taken * list.size() / n;
    taken += now;
    now ? take(list[i]) : leave(list[i]);
  }
}

struct material {
  training_set all;
  std::size_t hard = 0;         ///< the first so many are safety.json's own harmless messages
  std::vector<labelled> spare;  ///< ordinary examples that were left out
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
      const auto leave = [&](const std::string& text) {
        if (d == harmless) out.spare.push_back({text, static_cast<language>(l), harmless});
      };
      some_of(
          t.examples.each[l], most, [&](const std::string& text) { add(text, l, d); }, leave
      );
    }
  }
  return out;
}

bool enough(const training_set& s) {
  std::array<std::size_t, 5> count{};
  for (const auto& e : s.examples) ++count[e.label];
  return count[harmless] >= folds && count[0] + count[1] + count[2] + count[3] >= folds;
}

// How high harmless messages score with classifiers that have not seen them.
struct unseen_scores {
  std::vector<std::vector<float>> hard, ordinary;
  std::vector<labelled> mistaken_for_danger;
};

void score_fold(const material& from, std::size_t fold, const classifier& by, unseen_scores& to) {
  const auto score = [&](const labelled& e) { return by.probabilities(tokenise(e.text), e.in); };
  for (std::size_t i = fold; i < from.all.examples.size(); i += folds) {
    if (from.all.examples[i].label != harmless) continue;
    (i < from.hard ? to.hard : to.ordinary).push_back(score(from.all.examples[i]));
  }
  for (std::size_t i = fold; i < from.spare.size(); i += folds) {
    auto p = score(from.spare[i]);
    if (*std::max_element(p.begin(), p.begin() + harmless) > static_cast<float>(mistaken)) {
      to.mistaken_for_danger.push_back(from.spare[i]);
    }
    to.ordinary.push_back(std::move(p));
  }
}

unseen_scores cross_validate(const material& from) {
  unseen_scores out;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    training_set rest{from.all.labels, {}, from.all.synonyms};
    for (std::size_t i = 0; i < from.all.examples.size(); ++i) {
      if (i % folds != fold) rest.examples.push_back(from.all.examples[i]);
    }
    score_fold(from, fold, classifier(rest), out);
  }
  return out;
}

// The score above which at most `share` of the scores lie.
double quantile(std::vector<double> scores, double share) {
  std::sort(scores.rbegin(), scores.rend());
  const auto allowed = static_cast<std::size_t>(share * static_cast<double>(scores.size()));
  return allowed < scores.size() ? scores[allowed] + 1e-6 : 0;
}

std::array<double, 4> thresholds_of(const unseen_scores& scores) {
  auto out = least;
  const auto of = [](const std::vector<std::vector<float>>& from, std::size_t d) {
    std::vector<double> each;
    for (const auto& s : from) each.push_back(static_cast<double>(s[d]));
    return each;
  };
  for (std::size_t d = 0; d < 4; ++d) {
    out[d] = std::max(
        {out[d],
         quantile(of(scores.hard, d), danger_score::false_alarms_max * hard_shares[d]),
         quantile(of(scores.ordinary, d), danger_score::ordinary_alarms_max * shares[d])}
    );
  }
  return out;
}

}  // namespace

danger_score::danger_score(const model& m) {
  auto from = gather(m);
  if (!enough(from.all)) return;  // rules without examples of danger: patterns alone
  const auto scores = cross_validate(from);
  thresholds_ = thresholds_of(scores);
  const auto& more = scores.mistaken_for_danger;
  from.all.examples.insert(from.all.examples.end(), more.begin(), more.end());
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

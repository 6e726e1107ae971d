// SPDX-License-Identifier: Apache-2.0
#include "intent/matcher.hpp"

#include "intent/core.hpp"
#include "intent/corpus.hpp"
#include "intent/language.hpp"
#include "intent/spelling.hpp"

#include <algorithm>
#include <cmath>

namespace frontdesk::intent {
namespace {

// The folds only place the threshold. This many messages that were held out place it to within a
// point: small rules are held out in five parts one after the other, of large ones one part of
// about that many.
constexpr std::size_t folds_least = 5;
constexpr std::size_t held_out_enough = 4000;

// With fewer examples, learning anew takes no longer than a person can wait.
constexpr std::size_t worth_adjusting = 1000;
// Of the examples, how many may have changed since all were learned, before they are again.
constexpr double adjusted_most = 0.01;

// The lesson as one training set, none as the last label where there are such messages.
training_set with_none(const lesson& l) {
  training_set all = l.topics;
  const auto none = static_cast<std::uint32_t>(all.labels.size());
  for (const auto in : {language::en, language::es})
    for (const auto& text : l.none[in]) all.examples.push_back({text, in, none});
  if (all.examples.size() > l.topics.examples.size()) all.labels.emplace_back("");
  return all;
}

// By example of `now`, its number in `before`.
std::vector<std::uint32_t> where_they_were(const training_set& now, const training_set& before) {
  const auto key = [](const labelled& l) {
    return hash_of(l.text, l.label * 2ULL + (l.in == language::es ? 1 : 0));
  };
  flat_index texts;
  std::vector<std::vector<std::uint32_t>> at;  // by text: its numbers, the last one first
  for (auto i = static_cast<std::uint32_t>(before.examples.size()); i-- > 0;) {
    const auto text = texts.add(key(before.examples[i]));
    if (text == at.size()) at.emplace_back();
    at[text].push_back(i);
  }
  std::vector<std::uint32_t> was;
  for (const labelled& l : now.examples) {
    const auto text = texts.find(key(l));
    const bool known = text != flat_index::none && !at[text].empty();
    was.push_back(known ? at[text].back() : encoder::is_new);
    if (known) at[text].pop_back();
  }
  return was;
}

}  // namespace

struct matcher::parts {
  explicit parts(const lesson& l) : learned_from(l), all(with_none(l)), topics(l.topics.labels) {
    has_none = all.labels.size() > topics.size();
  }
  lesson learned_from;
  training_set all;
  lines topics;
  bool has_none = false;
  std::unique_ptr<core> trained;
  speller spelling;
  language_guess languages;
  coverage covers;
  double middle = 0, width = 1;  ///< raw confidence that becomes 0.5, and how fast it rises
  std::size_t changed = 0;       ///< examples since all were learned

  // Everything from the examples.
  void learn() {
    const corpus read(all);
    for (const auto& w : read.words()) learn_word(w.seen.normal, w.times);
    languages.finish();
    learn_synonyms();
    trained = std::make_unique<core>(all, read, has_none);
    set_threshold(learned_from.rejection);
    trained->learn(all);
  }

  void learn_word(std::string_view normal, const by_language<std::uint32_t>& times) {
    languages.add(normal, times);
    spelling.add(normal, times);
  }

  void learn_synonyms() {
    for (const auto in : {language::en, language::es})
      for (const auto& group : all.synonyms[in])
        for (const auto& member : group)
          for (const token& t : tokenise(member)) spelling.add(t.normal, {});
  }

  // On top of what `before` knows. False: too much is different.
  bool learn_on(const parts& before) {
    if (!before.trained || all.labels != before.all.labels ||
        learned_from.rejection != before.learned_from.rejection ||
        all.examples.size() < worth_adjusting)
      return false;
    const auto was = where_they_were(all, before.all);
    const auto fresh =
        static_cast<std::size_t>(std::count(was.begin(), was.end(), encoder::is_new));
    const auto gone = before.all.examples.size() - (was.size() - fresh);
    const bool other_synonyms = all.synonyms != before.all.synonyms;
    const std::size_t edits = fresh + gone + (other_synonyms ? 1 : 0);
    // Nothing but the order differs, and sums in another order are not the same bit for bit.
    if (edits == 0) return false;
    changed = before.changed + edits;
    if (static_cast<double>(changed) > adjusted_most * static_cast<double>(was.size()))
      return false;
    languages = before.languages;
    spelling = before.spelling;
    for (std::size_t i = 0; i < was.size(); ++i) {
      if (was[i] != encoder::is_new) continue;
      by_language<std::uint32_t> once;
      once[all.examples[i].in] = 1;
      for (const token& t : tokenise(all.examples[i].text)) learn_word(t.normal, once);
    }
    languages.finish();
    learn_synonyms();
    trained = std::make_unique<core>(*before.trained, before.all, all, was);
    covers = before.covers;
    middle = before.middle;
    width = before.width;
    return true;
  }

  // What cores that have not seen an example say of it.
  struct held_out {
    std::vector<signs> right, wrong, none;  ///< right and wrong: of examples of topics
    std::size_t size() const { return right.size() + wrong.size() + none.size(); }
  };
  held_out cross_validated() const {
    held_out out;
    const std::size_t folds = std::max(folds_least, all.examples.size() / held_out_enough);
    for (std::size_t fold = 0; fold < folds && out.size() < held_out_enough; ++fold) {
      std::size_t i = fold;
      for (const auto& judged : trained->judge_unseen(all, fold, folds)) {
        const auto& p = judged.probabilities;
        const auto best = std::max_element(p.begin(), p.end()) - p.begin();
        const auto label = all.examples[i].label;
        auto& to = label == topics.size()                    ? out.none
                   : label == static_cast<std::size_t>(best) ? out.right
                                                             : out.wrong;
        to.push_back(judged.signs);
        i += folds;
      }
    }
    return out;
  }

  std::vector<double> sorted(const std::vector<signs>& of) const {
    std::vector<double> values;
    for (const signs& s : of) values.push_back(covers(s));
    std::sort(values.begin(), values.end());
    return values;
  }

  // Of the messages that would be answered rightly, the stated share may be asked back, but no more
  // than it takes to refuse nearly all that must get no topic.
  void set_threshold(double rejection) {
    constexpr double refused = 0.83;
    const held_out h = cross_validated();
    covers.learn(h.right, h.none);
    const auto covered = sorted(h.right), none = sorted(h.none);
    if (covered.size() < 2 * folds_least) return;
    const auto at = [](const std::vector<double>& of, double share) {
      return of[static_cast<std::size_t>(share * static_cast<double>(of.size() - 1))];
    };
    middle = at(covered, std::clamp(rejection, 0.0, 1.0));
    if (none.size() >= 2 * folds_least) middle = std::min(middle, at(none, refused));
    width = std::max(1e-3, (at(covered, 0.75) - at(covered, 0.05)) / 4);
  }
};

matcher::matcher(const lesson& from, const matcher* before) {
  if (before && before->parts_->learned_from == from) {
    parts_ = before->parts_;
    return;
  }
  auto made = std::make_shared<parts>(from);
  if (!made->topics.empty() && !from.topics.examples.empty() &&
      (!before || !made->learn_on(*before->parts_))) {
    made->changed = 0;
    made->learn();
  }
  parts_ = std::move(made);
}
matcher::~matcher() = default;
matcher::matcher(matcher&&) noexcept = default;
matcher& matcher::operator=(matcher&&) noexcept = default;

bool matcher::adjusted() const { return parts_->changed > 0; }

language matcher::language_of(const std::vector<token>& words, std::optional<language> preferred)
    const {
  return parts_->languages.guess(words, preferred);
}

std::vector<repair> matcher::correct(std::vector<token>& words, language in) const {
  std::vector<repair> done;
  for (token& t : words) {
    const auto better = parts_->spelling.repair(t.normal, in);
    if (better.empty()) continue;
    done.push_back({t.normal, std::string(better)});
    t.normal = better;
    for (const auto l : {language::en, language::es}) t.stem[l] = stem(t.normal, l);
  }
  return done;
}

verdict matcher::judge(std::span<const token> words, language in) const {
  verdict v;
  if (!parts_->trained || words.empty()) return v;
  const auto& judged = parts_->trained->judge(words, in);
  const auto& p = judged.probabilities;
  v.scores = p;
  for (std::uint32_t i = 0; i < p.size(); ++i) {
    const auto better = [](const ranked& a, const ranked& b) { return a.score > b.score; };
    v.best.insert(
        std::upper_bound(v.best.begin(), v.best.end(), ranked{i, p[i]}, better), {i, p[i]}
    );
    if (v.best.size() > 3) v.best.pop_back();
  }
  v.confidence =
      1 / (1 + std::exp(-(parts_->covers(judged.signs) - parts_->middle) / parts_->width));
  return v;
}

std::vector<word_weight> matcher::weigh(
    const std::vector<token>& words, language in, std::uint32_t label
) const {
  std::vector<word_weight> all;
  if (!parts_->trained) return all;
  const float with = parts_->trained->score_of(words, in, label);
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto rest = words;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    const float without = parts_->trained->score_of(rest, in, label);
    all.push_back({words[i].normal, static_cast<double>(with - without)});
  }
  return all;
}

std::vector<neighbour> matcher::nearest(
    const std::vector<token>& words, language in, std::size_t most
) const {
  std::vector<neighbour> all;
  if (!parts_->trained) return all;
  for (const entry& e : parts_->trained->nearest(words, in, most)) {
    const auto& example = parts_->all.examples[e.at];
    all.push_back({parts_->all.labels[example.label], example.text, static_cast<double>(e.value)});
  }
  return all;
}

const std::vector<std::string>& matcher::labels() const { return parts_->topics; }

lesson lesson_of(const model& m) {
  lesson l;
  for (const topic& t : m.topics) {
    const auto label = static_cast<std::uint32_t>(l.topics.labels.size());
    l.topics.labels.push_back(t.id);
    for (const auto in : {language::en, language::es}) {
      for (const auto& text : t.examples[in]) l.topics.examples.push_back({text, in, label});
      if (!t.title[in].empty()) l.topics.examples.push_back({t.title[in], in, label});
    }
  }
  l.topics.synonyms = m.synonyms;
  l.none = m.none;
  l.rejection = m.settings.rejection;
  return l;
}

}  // namespace frontdesk::intent

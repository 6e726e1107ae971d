// SPDX-License-Identifier: Apache-2.0
#include "intent/safety.hpp"

#include "intent/compiled.hpp"
#include "intent/reading.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace frontdesk::intent {
namespace {

int rank_of(const std::string& topic) {
  const auto it = std::find(danger_topics.begin(), danger_topics.end(), topic);
  return static_cast<int>(it - danger_topics.begin());
}

bool graver(int rank, belief held, int than_rank, belief than_held) {
  return rank != than_rank ? rank < than_rank : held > than_held;
}

belief belief_of(const safety_family& f) {
  if (f.certain) return belief::certain;
  return f.mention ? belief::mention : belief::usual;
}

// Ordinary words, so that spelling repair lets them be: those of the harmless messages. Not those
// of the topics: a mistake in an example must not keep a cry for help from being heard.
std::unordered_set<std::string> ordinary_words(const safety_rules& from) {
  std::unordered_set<std::string> out;
  for (const auto in : {language::en, language::es})
    for (const auto& text : from.harmless[in])
      for (auto& t : tokenise(text)) out.insert(std::move(t.normal));
  return out;
}

// "I was suicidal in 2020": past. "Suicidal since 2020", "ten years ago and now again": not over.
// Then a past mention hides nothing. A word too many here costs a needless alarm, one too few a
// missed one.
constexpr std::array<const char*, 5> not_over_en{
    "(since|again|lately|tonight|today)",
    "(right now|these days|nowadays|at the moment)",
    "still (feel|feeling|have|having|think|thinking|want|am|is|suicidal|hurt)",
    "now [i|he|she|it|its|im|hes|shes] (want|feel|feeling|think|thinking|cant|happening|have)",
    "(came|come|coming|is|are|theyre|its|thoughts) back"};
constexpr std::array<const char*, 4> not_over_es{
    "(desde|todavia|aun|hoy|ultimamente|sigo|sigue)",
    "(otra vez|de nuevo|de vuelta|en estos dias)",
    "ahora [me|se|lo] (quiero|quiere|pienso|tengo|siento|pasa|vuelvo)",
    "(volvieron|volvio|regresaron|regreso|vuelvo)"};

// Below which score a pattern alone is not believed (`sounds_calm`): by danger, and of a family
// whose words are only mentioned as often as they are meant.
constexpr std::array<double, 4> calm_below{0.003, 0.01, 0.01, 0.01};
constexpr double mention_below = 0.03;

// "Well ever since", "today I am fine": these words of time do not say that it goes on.
constexpr std::array<const char*, 3> recovered_en{
    "(well|fine|good|great|better|stable|sober|happy|okay|ok|healthy|clean) [ever] "
    "(since|now|today|these days|nowadays)",
    "(today|now|nowadays|these days) (i am|im|i feel|life is) [very|so|really|doing|much] "
    "(well|fine|good|great|better|stable|sober|happy|okay|ok|healthy|clean)",
    "(never|nothing like that|not once) [again|happened|ever|tried|it] since"};
constexpr std::array<const char*, 2> recovered_es{
    "(hoy|ahora) [en dia|ya|en cambio] (estoy|soy|vivo|ando|me siento) "
    "[muy|super|mucho|bastante|todo|una persona] "
    "(bien|feliz|mejor|tranquilo|tranquila|contento|contenta|sano|sana|estable|distinta|agradecido|"
    "agradecida)",
    "desde entonces [todo|estoy|vivo|ando|me siento|he estado|va] [muy|mucho] "
    "(bien|feliz|mejor|tranquilo|tranquila|estable)"};

// Whether the learned score sees a danger that the patterns did not. Where they found something
// past, over and told calmly, it must be all but certain: of 47 such cases none is a danger, and by
// the usual threshold it would raise an alarm in 6 of them.
bool raises_alarm(const danger_score::opinion& heard, const sighting& seen) {
  constexpr double sure = 0.9;
  if (heard.fires < 0) return false;
  if (!seen.topic.empty()) {
    // "He will not wake up" may be a wish or a call for an ambulance: the score knows better.
    const int rank = rank_of(seen.topic);
    return rank > heard.fires ||
           (rank == self_harm && heard.fires == emergency && seen.held != belief::certain);
  }
  return !seen.past || heard.fires != self_harm || heard.danger[self_harm] >= sure;
}

struct sentence_bounds {
  patterns::word_set starts, ends;
  explicit sentence_bounds(const std::vector<token>& words)
      : starts(words.size()), ends(words.size()) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i == 0 || words[i - 1].ends_sentence) starts.add(i);
      if (words[i].ends_sentence) ends.add(i);
    }
  }
  patterns::automaton::bounds get() const { return {&starts, &ends}; }
};

}  // namespace

safety_layer::safety_layer(const model& m) : patterns_(m.synonyms) {
  const auto from = [this](const auto& add) {
    const auto begin = patterns_.size();
    add();
    return patterns::range{begin, patterns_.size()};
  };
  const auto add_both = [this](const by_language<lines>& both) {
    for (const auto in : {language::en, language::es})
      for (const auto& p : both[in]) patterns_.add(p, in);
  };
  danger_ = from([&] {
    for (const auto& f : m.safety.families) {
      families_.push_back({f.id, f.topic, rank_of(f.topic), belief_of(f)});
      add_both(f.patterns);
      for (const auto in : {language::en, language::es})
        for (const auto& p : f.patterns[in])
          dangers_.push_back({p, static_cast<std::uint32_t>(families_.size() - 1)});
    }
  });
  auto wanted = patterns_.vocabulary();
  idioms_ = from([&] { add_both(m.safety.idioms); });
  past_ = from([&] {
    for (const auto& f : m.safety.past) add_both(f.patterns);
  });
  not_over_ = from([&] {
    for (const auto* p : not_over_en) patterns_.add(p, language::en);
    for (const auto* p : not_over_es) patterns_.add(p, language::es);
  });
  recovered_ = from([&] {
    for (const auto* p : recovered_en) patterns_.add(p, language::en);
    for (const auto* p : recovered_es) patterns_.add(p, language::es);
  });
  patterns_.finish();
  hearing_ = hearing(wanted, ordinary_words(m.safety));
  score_.emplace(m.safety);
}

// One way to hear the message: mends `to` when it shows a graver danger than was seen so far.
void safety_layer::listen(const heard& way, sighting& to) const {
  const sentence_bounds bounds(way.words);
  const auto atoms = patterns_.look(way.words, way.also);
  const auto alarming = patterns_.find(atoms, danger_, nullptr, bounds.get());
  // Most messages are none of both, and what hides words does not matter.
  if (alarming.empty() && patterns_.find(atoms, past_, nullptr, bounds.get()).empty()) return;
  patterns::word_set masked(way.words.size()), well(way.words.size());
  const auto mask = [&](patterns::range calm, patterns::word_set& to_mask) {
    const auto found = patterns_.find(atoms, calm, nullptr, bounds.get());
    for (const auto p : found) patterns_.at(p).mark(atoms, to_mask, bounds.get());
    return !found.empty();
  };
  mask(idioms_, masked);
  mask(recovered_, well);
  const bool over = patterns_.find(atoms, not_over_, &well, bounds.get()).empty();
  const bool past = over && mask(past_, masked);
  const family* gravest = nullptr;
  std::size_t which = 0;
  for (const auto p : alarming) {
    if (!patterns_.at(p).matches(atoms, &masked, bounds.get())) continue;
    const auto& f = families_[dangers_[p].family];
    if (gravest && !graver(f.rank, f.held, gravest->rank, gravest->held)) continue;
    gravest = &f;
    which = p;
  }
  to.past = to.past || past;
  if (!gravest) return;
  if (!to.topic.empty() && !graver(gravest->rank, gravest->held, rank_of(to.topic), to.held))
    return;
  patterns::word_set matched(way.words.size());
  patterns_.at(which).mark(atoms, matched, bounds.get());
  to.topic = gravest->topic;
  to.family = gravest->id;
  to.held = gravest->held;
  to.pattern = dangers_[which].text;
  to.words.clear();
  for (std::size_t i = 0; i < way.words.size(); ++i) {
    if (matched.has(i)) to.words.push_back(way.words[i].normal);
  }
}

sighting safety_layer::listen(const std::vector<heard>& ways) const {
  sighting seen;
  for (const auto& way : ways) listen(way, seen);
  return seen;
}

sighting safety_layer::look_at_patterns(std::string_view text, const std::vector<token>& words)
    const {
  auto seen = listen(hearing_.hear(text, words));
  if (!seen.topic.empty()) seen.past = false;
  return seen;
}

// Whether the learned score is all but certain that nobody is in danger, so that a pattern alone is
// not believed: the message sounds calm, and no sentence of it alarming. Of the 13,078 cases up to
// the seventh round, in 2,108 a pattern finds danger: none of the 1,964 that are one is silenced,
// and 97 of 144 others ("what do studies say about ketamine and suicide prevention").
bool safety_layer::sounds_calm(
    const sighting& seen, const std::vector<token>& words, const danger_score::opinion& heard
) const {
  const int rank = rank_of(seen.topic);
  if (seen.held == belief::certain || !score_->knows(rank)) return false;
  constexpr double alarming = 0.3;
  const bool mention = seen.held == belief::mention;
  const double below = mention ? mention_below : calm_below[static_cast<std::size_t>(rank)];
  if (heard.most() >= below) return false;
  for (std::size_t begin = 0, i = 0; i < words.size(); ++i) {
    if (!words[i].ends_sentence && i + 1 < words.size()) continue;
    const auto sentence = std::span(words).subspan(begin, i + 1 - begin);
    // "Emergency." is too little to weigh.
    if (sentence.size() < danger_score::words_min) return false;
    if (score_->read(sentence).most() >= alarming) return false;
    begin = i + 1;
  }
  return true;
}

sighting safety_layer::look(std::string_view text, const std::vector<token>& words) const {
  auto seen = listen(hearing_.hear(text, words));
  const auto heard = score_->read(words);
  if (!seen.topic.empty() && sounds_calm(seen, words, heard)) seen = {{}, {}, {}, {}, 0, seen.past};
  seen.score = heard.most();
  if (raises_alarm(heard, seen)) {
    const auto* topic = danger_topics[static_cast<std::size_t>(heard.fires)];
    seen = {topic, "learned", {}, {}, seen.score};
  }
  if (!seen.topic.empty()) seen.past = false;
  return seen;
}

bool hear_alike(const model& a, const model& b) {
  const auto alike = [](const std::vector<safety_family>& x, const std::vector<safety_family>& y) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const auto& f, const auto& g) {
      return f.id == g.id && f.topic == g.topic && f.certain == g.certain &&
             f.mention == g.mention && f.patterns == g.patterns;
    });
  };
  const auto &s = a.safety, &t = b.safety;
  return alike(s.families, t.families) && alike(s.past, t.past) && s.idioms == t.idioms &&
         s.harmless == t.harmless && s.examples == t.examples && a.synonyms == b.synonyms;
}

safety_verdict read_safety(const rules& by, std::string_view text) {
  const auto seen = by.parts().danger->look(text, tokenise(text));
  return {seen.topic, seen.family, seen.past};
}

}  // namespace frontdesk::intent

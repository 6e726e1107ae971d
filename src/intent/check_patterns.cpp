// SPDX-License-Identifier: Apache-2.0
// Patterns that can never decide, that ask for unknown synonyms, or that take what is not theirs.
#include "intent/checking.hpp"
#include "intent/pattern_samples.hpp"
#include "intent/pattern_set.hpp"
#include "intent/text.hpp"
#include "intent/written.hpp"

#include <algorithm>
#include <set>

namespace frontdesk::intent {
namespace {

// So many messages made from a pattern say whether it can decide at all.
constexpr std::size_t samples_max = 64;

// Every `~word` of a pattern.
void synonyms_in(const patterns::row& r, std::vector<std::string>& to) {
  for (const auto& e : r) {
    if (e.type == patterns::part::synonym) to.push_back(e.text);
    for (const auto& alternative : e.oneof) synonyms_in(alternative, to);
  }
}

std::set<std::string> synonym_words(const model& m, language l) {
  std::set<std::string> out;
  for (const auto& group : m.synonyms[l]) {
    for (const auto& w : group) out.insert(normalise(w));
  }
  return out;
}

void check_unknown_synonyms(checking& c) {
  by_language<std::set<std::string>> known;
  for (const auto l : {language::en, language::es}) known[l] = synonym_words(c.rules, l);
  each_pattern(c.rules, [&](const written& p) {
    std::vector<std::string> used;
    synonyms_in(patterns::parse(p.text).pattern.row, used);
    for (const auto& w : used) {
      if (known[p.in].count(w)) continue;
      c.say(
          severity::warning,
          p.at,
          p.owner->id,
          "The pattern \"" + p.text + "\" asks for the synonyms of \"" + w +
              "\"; synonyms.json has none in " + name_of(p.in) + "."
      );
    }
  });
}

// A word is looked up in the first group that has it.
void check_synonym_groups(checking& c) {
  for (std::size_t l = 0; l < language_count; ++l) {
    std::set<std::string> before;
    const auto& groups = c.rules.synonyms.each[l];
    for (std::size_t i = 0; i < groups.size(); ++i) {
      std::set<std::string> here;
      for (const auto& w : groups[i]) {
        const auto normal = normalise(w);
        if (!here.insert(normal).second || !before.count(normal)) continue;
        c.say(
            severity::warning,
            place_of(c.rules.synonym_spots.each[l], groups.size(), i, {"synonyms.json", 1, 1}),
            {},
            "\"" + w + "\" stands in an earlier group of synonyms too; only that one counts."
        );
      }
      before.merge(here);
    }
  }
}

// The patterns of all topics as one set.
struct all_patterns {
  patterns::set set;
  std::vector<written> owners;

  explicit all_patterns(const model& m) : set(m.synonyms) {
    each_pattern(m, [&](const written& p) {
      set.add(p.text, p.in);
      owners.push_back(p);
    });
    set.finish();
  }
  // Those that match, in the order of the files: the first decides.
  std::vector<std::size_t> find(const std::string& message) const {
    return set.find(set.look(tokenise(message)));
  }
};

// Nothing, or why pattern `p` never decides; `witness` is a message made for it that another takes.
std::string never_decides(
    const model& m, const all_patterns& all, std::size_t p, std::string& witness
) {
  const auto& mine = all.owners[p];
  const written* taker = nullptr;
  for (const auto& sample : patterns::samples(mine.text, m.synonyms[mine.in], samples_max)) {
    const auto found = all.find(sample);
    if (found.empty()) continue;
    const auto& first = all.owners[found.front()];
    if (first.owner == mine.owner) return {};
    if (!taker) witness = sample;
    taker = taker ? taker : &first;
  }
  if (!taker) return "it is too large, or its words exclude each other";
  if (taker->text == mine.text) return taker->owner->id + " has it too";
  return "\"" + taker->text + "\" of " + taker->owner->id + " stands before it";
}

void check_dead(checking& c, const all_patterns& all) {
  for (std::size_t p = 0; p < all.owners.size(); ++p) {
    const auto& mine = all.owners[p];
    if (!patterns::parse(mine.text).fault.empty()) continue;
    std::string witness;
    const auto why = never_decides(c.rules, all, p, witness);
    if (why.empty()) continue;
    c.say(
        severity::warning,
        mine.at,
        mine.owner->id,
        "The pattern \"" + mine.text + "\" can never decide: " + why + ".",
        "dead_pattern",
        witness
    );
  }
}

// One warning a pattern, with the first message that it takes away.
void check_stealing(checking& c, const all_patterns& all) {
  std::set<std::size_t> told;
  const auto look = [&](const written& e) {
    const auto found = all.find(e.text);
    const auto own = [&](std::size_t p) { return all.owners[p].owner == e.owner; };
    if (std::any_of(found.begin(), found.end(), own)) return;
    for (const auto p : found) {
      if (!told.insert(p).second) continue;
      const auto& thief = all.owners[p];
      c.say(
          severity::warning,
          thief.at,
          thief.owner->id,
          "The pattern \"" + thief.text + "\" takes " +
              (e.owner ? "an example of " + e.owner->id : std::string("a message without topic")) +
              ".",
          "stealing_pattern",
          e.text
      );
    }
  };
  each_topic_example(c.rules, look);
  each_none(c.rules, look);
}

}  // namespace

void check_patterns(checking& c) {
  check_unknown_synonyms(c);
  check_synonym_groups(c);
  const all_patterns all(c.rules);
  check_dead(c, all);
  check_stealing(c, all);
}

}  // namespace frontdesk::intent

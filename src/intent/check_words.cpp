// SPDX-License-Identifier: Apache-2.0
// The faults of examples, patterns and the safety file.
#include "intent/checking.hpp"
#include "intent/danger_score.hpp"
#include "intent/pattern_set.hpp"
#include "intent/text.hpp"

#include <algorithm>
#include <set>

namespace frontdesk::intent {
namespace {

const place safety_file{"safety.json", 1, 1};

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

void check_synonyms(checking& c, const topic& t, language l, const std::set<std::string>& known) {
  for (const auto& p : t.patterns[l]) {
    std::vector<std::string> used;
    synonyms_in(patterns::parse(p).pattern.row, used);
    for (const auto& w : used) {
      if (known.count(w)) continue;
      c.say(
          severity::warning,
          t,
          "The pattern \"" + p + "\" asks for the synonyms of \"" + w +
              "\"; synonyms.json has none in " + name_of(l) + "."
      );
    }
  }
}

// The patterns of all topics as one set.
struct all_patterns {
  patterns::set set;
  std::vector<std::pair<const topic*, std::string>> owners;

  explicit all_patterns(checking& c) : set(c.rules.synonyms) {
    std::map<std::string, const topic*> first;
    for (const auto& t : c.rules.topics) {
      for (std::size_t l = 0; l < language_count; ++l) {
        for (const auto& p : t.patterns.each[l]) {
          const auto [it, fresh] = first.emplace(language_codes[l] + p, &t);
          if (!fresh) {
            c.say(
                severity::warning,
                t,
                "The pattern \"" + p + "\" can never decide: " + it->second->id + " has it too."
            );
          }
          set.add(p, static_cast<language>(l));
          owners.emplace_back(&t, p);
        }
      }
    }
    set.finish();
  }
};

// One warning a pattern, with the first message that it takes away.
void check_stealing(checking& c) {
  const all_patterns all(c);
  std::set<std::size_t> told;
  const auto look = [&](const std::string& message, const topic* owner) {
    const auto found = all.set.find(all.set.look(tokenise(message)));
    const auto own = [&](std::size_t p) { return all.owners[p].first == owner; };
    if (std::any_of(found.begin(), found.end(), own)) return;
    for (const auto p : found) {
      if (!told.insert(p).second) continue;
      const auto whose =
          owner ? "an example of " + owner->id : std::string("a message without topic");
      c.say(
          severity::warning,
          *all.owners[p].first,
          "The pattern \"" + all.owners[p].second + "\" takes " + whose + ".",
          message
      );
    }
  };
  for (std::size_t l = 0; l < language_count; ++l) {
    for (const auto& t : c.rules.topics) {
      for (const auto& e : t.examples.each[l]) look(e, &t);
    }
    for (const auto& e : c.rules.none.each[l]) look(e, nullptr);
  }
}

}  // namespace

void check_examples(checking& c) {
  std::map<std::string, const topic*> first;
  const auto look = [&](const std::string& text, const topic* t) {
    const auto normal = normalise(text);
    if (normal.empty()) {
      if (t) c.say(severity::warning, *t, "An example has no words.", text);
      return;
    }
    const auto [it, fresh] = first.emplace(normal, t);
    if (fresh) return;
    if (it->second == t) {
      if (t) c.say(severity::note, *t, "An example stands here twice.", text);
      return;
    }
    const auto* about = t ? t : it->second;
    const auto* other = t ? it->second : nullptr;
    c.say(
        severity::warning,
        *about,
        "An example is also " +
            (other ? "an example of " + other->id : std::string("a message without topic")) + ".",
        text
    );
  };
  for (std::size_t l = 0; l < language_count; ++l) {
    for (const auto& t : c.rules.topics) {
      for (const auto& e : t.examples.each[l]) look(e, &t);
    }
    for (const auto& e : c.rules.none.each[l]) look(e, nullptr);
  }
}

void check_patterns(checking& c) {
  for (std::size_t l = 0; l < language_count; ++l) {
    const auto known = synonym_words(c.rules, static_cast<language>(l));
    for (const auto& t : c.rules.topics) check_synonyms(c, t, static_cast<language>(l), known);
  }
  check_stealing(c);
}

void check_safety(checking& c) {
  const auto& s = c.rules.safety;
  if (s.families.empty()) {
    return c.say(
        severity::warning, safety_file, {}, "There are no safety families: danger is not seen."
    );
  }
  for (const auto* id : danger_topics) {
    const bool seen = std::any_of(s.families.begin(), s.families.end(), [&](const auto& f) {
      return f.topic == id;
    });
    // A worry after an infusion is answered by its topic; the others need words of their own.
    if (!seen || c.topics.count(id)) continue;
    const auto it = s.responses.find(id);
    for (const auto l : c.rules.settings.languages) {
      if (it != s.responses.end() && !it->second.text[l].empty()) continue;
      c.say(
          severity::error,
          safety_file,
          id,
          std::string("What is said in ") + name_of(l) + " when " + id + " is seen is missing."
      );
    }
  }
}

}  // namespace frontdesk::intent

// SPDX-License-Identifier: Apache-2.0
// Examples that stand twice, or that contradict each other.
#include "intent/checking.hpp"
#include "intent/text.hpp"
#include "intent/written.hpp"

#include <unordered_map>

namespace frontdesk::intent {
namespace {

struct first_seen {
  const topic* owner;
  language in;
  place at;
};
using seen = std::unordered_map<std::string, first_seen>;

std::string line_of(const place& p) {
  return p.line > 0 ? " (" + p.file + " line " + std::to_string(p.line) + ")" : std::string();
}

std::string name_of(const topic* t) {
  return t ? "an example of " + t->id : std::string("a message without topic");
}

// A short word may be the same in both languages, so a twin counts within one language only.
void say_twin(checking& c, const written& e, const first_seen& other) {
  if (!e.owner || other.in != e.in) return;
  c.say(
      severity::note,
      e.at,
      e.owner->id,
      "An example stands here twice" + line_of(other.at) + ".",
      "duplicate",
      e.text
  );
}

void say_contradiction(checking& c, const written& e, const first_seen& other) {
  const bool none = !e.owner;
  c.say(
      severity::warning,
      e.at,
      none ? other.owner->id : e.owner->id,
      std::string(none ? "A message without topic" : "An example") + " is also " +
          name_of(other.owner) + line_of(other.at) + "; it can teach only one of them.",
      "contradiction",
      e.text
  );
}

void look(checking& c, const written& e, seen& before) {
  const auto normal = normalise(e.text);
  if (normal.empty()) {
    // Among the messages without topic it is right: nothing can be made of it.
    if (!e.owner) return;
    return c.say(
        severity::warning, e.at, e.owner->id, "An example has no words.", "no_words", e.text
    );
  }
  const auto [it, fresh] = before.emplace(normal, first_seen{e.owner, e.in, e.at});
  if (fresh) return;
  it->second.owner == e.owner ? say_twin(c, e, it->second) : say_contradiction(c, e, it->second);
}

}  // namespace

void check_examples(checking& c) {
  seen before;
  const auto see = [&](const written& e) { look(c, e, before); };
  each_topic_example(c.rules, see);
  each_none(c.rules, see);
}

// What teaches danger and at the same time that there is none teaches nothing.
void check_danger_examples(checking& c) {
  std::map<std::string, std::string> danger;
  for (const auto& [id, texts] : c.rules.safety.examples) {
    for (const auto& list : texts.each) {
      for (const auto& text : list) danger.emplace(normalise(text), id);
    }
  }
  const auto& s = c.rules.safety;
  each_text(s.harmless, s.harmless_spots, nullptr, {"safety.json", 1, 1}, [&](const written& e) {
    const auto it = danger.find(normalise(e.text));
    if (it == danger.end()) return;
    c.say(
        severity::warning,
        e.at,
        it->second,
        "A harmless message is also an example of " + it->second + ".",
        "contradiction",
        e.text
    );
  });
}

}  // namespace frontdesk::intent

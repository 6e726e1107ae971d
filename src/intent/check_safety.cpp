// SPDX-License-Identifier: Apache-2.0
// The faults of the safety file that can be seen without training.
#include "intent/checking.hpp"
#include "intent/danger_score.hpp"

#include <algorithm>

namespace frontdesk::intent {
namespace {

const place safety_file{"safety.json", 1, 1};

void check_said(checking& c, const std::string& id) {
  const auto it = c.rules.safety.responses.find(id);
  for (const auto l : c.rules.settings.languages) {
    if (it != c.rules.safety.responses.end() && !it->second.text[l].empty()) continue;
    c.say(
        severity::error,
        safety_file,
        id,
        std::string("What is said in ") + name_of(l) + " when " + id + " is seen is missing."
    );
  }
}

// A button without a label in the visitor's language is the last thing somebody in danger needs.
void check_labels(checking& c) {
  for (const auto& [id, response] : c.rules.safety.responses) {
    for (const auto& a : response.actions) {
      for (const auto l : c.rules.settings.languages) {
        if (!a.label[l].empty()) continue;
        c.say(
            severity::warning,
            safety_file,
            id,
            "The label of " + a.href + " is missing in " + name_of(l) + "."
        );
      }
    }
  }
}

}  // namespace

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
    if (seen && !c.topics.count(id)) check_said(c, id);
  }
  check_labels(c);
  check_danger_examples(c);
}

}  // namespace frontdesk::intent

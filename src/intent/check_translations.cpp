// SPDX-License-Identifier: Apache-2.0
// Texts that are there in one language of the desk and missing in another.
#include "intent/checking.hpp"
#include "intent/shape.hpp"

#include <algorithm>

namespace frontdesk::intent {
namespace {

// The languages in which a text is missing that another language has; empty too when none has it.
template <class T>
std::vector<language> missing(const checking& c, const by_language<T>& in) {
  std::vector<language> out;
  const auto& all = c.rules.settings.languages;
  const auto has = [&](language l) { return !in[l].empty(); };
  if (std::none_of(all.begin(), all.end(), has)) return out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](language l) {
    return !has(l);
  });
  return out;
}

void check_topic_texts(checking& c, const topic& t) {
  for (const auto l : c.rules.settings.languages) {
    const std::string in = name_of(l);
    if (t.title[l].empty()) c.say(severity::warning, t, "The title is missing in " + in + ".");
    if (t.answers[l].empty() && t.action == action::none) {
      c.say(
          severity::warning, t, "The answer is missing in " + in + "; a person is offered instead."
      );
    }
    if (t.examples[l].empty() && t.patterns[l].empty()) {
      c.say(
          severity::warning, t, "There are no examples in " + in + "; nobody can ask this there."
      );
    }
  }
  for (const auto l : missing(c, t.button)) {
    c.say(
        severity::warning,
        t,
        std::string("The button is missing in ") + name_of(l) + "; the title stands in for it."
    );
  }
}

void check_follow_up_texts(checking& c, const topic& t) {
  for (const auto& f : t.follow_ups) {
    for (const auto l : missing(c, f.examples)) {
      c.say(
          severity::warning,
          f.at,
          t.id,
          std::string("This follow-up has no examples in ") + name_of(l) + "."
      );
    }
  }
}

void check_fact_texts(checking& c) {
  for (const auto& [name, value] : c.rules.facts) {
    if (!value) continue;
    const auto at = c.rules.fact_spots.find(name);
    const auto where = at == c.rules.fact_spots.end() ? spot{1, 1} : at->second;
    for (const auto l : missing(c, *value)) {
      c.say(
          severity::warning,
          {"facts.json", where.line, where.column},
          {},
          "The fact \"" + name + "\" is missing in " + name_of(l) + "."
      );
    }
  }
}

void check_settings_texts(checking& c) {
  const place settings_file{"settings.json", 1, 1};
  for (const auto l : missing(c, c.rules.settings.notice)) {
    c.say(
        severity::warning,
        settings_file,
        {},
        std::string("The privacy notice is missing in ") + name_of(l) + "."
    );
  }
  for (const auto& [day, name] : c.rules.settings.holidays) {
    for (const auto l : missing(c, name)) {
      c.say(
          severity::warning,
          settings_file,
          {},
          "The holiday of " + to_text(day) + " has no name in " + name_of(l) + "."
      );
    }
  }
}

}  // namespace

void check_translations(checking& c) {
  for (const auto& t : c.rules.topics) {
    check_topic_texts(c, t);
    check_follow_up_texts(c, t);
  }
  check_fact_texts(c);
  check_settings_texts(c);
}

}  // namespace frontdesk::intent

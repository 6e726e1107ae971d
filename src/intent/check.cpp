// SPDX-License-Identifier: Apache-2.0
#include "intent/check.hpp"

#include "intent/checking.hpp"
#include "intent/danger_score.hpp"
#include "intent/shape.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

namespace frontdesk::intent {
namespace {

// Above this grade a medical answer is hard for many visitors (the aim is 6; NIH and AMA advise 6
// to 8 for patients).
constexpr double grade_max = 8;

std::vector<std::string> ids_of(const checking& c) {
  std::vector<std::string> out;
  for (const auto& [id, t] : c.topics) out.push_back(id);
  return out;
}

// A quick reply is a topic, or a step of the desk that phrases.json labels.
bool possible_choice(const checking& c, const std::string& id) {
  return c.topics.count(id) || c.rules.phrases.count("choice." + id) ||
         std::count(danger_topics.begin(), danger_topics.end(), id);
}

void check_facts(
    checking& c, const topic& t, const answer_variant& v, std::set<std::string>& unset
) {
  for (auto open = v.text.find('{'); open != v.text.npos; open = v.text.find('{', open + 1)) {
    const auto close = v.text.find('}', open);
    if (close == v.text.npos) {
      return c.say(severity::error, v.at, t.id, "The bracket { is not closed in this answer.");
    }
    const auto name = v.text.substr(open + 1, close - open - 1);
    const auto it = c.rules.facts.find(name);
    if (it == c.rules.facts.end()) {
      std::vector<std::string> names;
      for (const auto& [n, f] : c.rules.facts) names.push_back(n);
      c.say(
          severity::error,
          v.at,
          t.id,
          "{" + name + "} is not a fact of facts.json, so this answer could never be shown." +
              did_you_mean(name, names)
      );
    } else if (!it->second) {
      unset.insert(name);
    }
  }
}

void check_grade(checking& c, const topic& t, const answer_variant& v, language in) {
  const double grade = reading_grade(v.text, in);
  if (t.kind != kind::medical || grade <= grade_max) return;
  char sentence[160];
  std::snprintf(
      sentence,
      sizeof sentence,
      "This answer in %s reads like school grade %.0f; aim at 6 with shorter sentences and words.",
      name_of(in),
      grade
  );
  c.say(severity::warning, v.at, t.id, sentence, "grade", {}, grade);
}

void check_choices(checking& c, const topic& t, const answer_variant& v) {
  for (const auto& id : v.choices) {
    if (possible_choice(c, id)) continue;
    c.say(
        severity::error,
        v.at,
        t.id,
        "The quick reply \"" + id + "\" leads to no topic." + did_you_mean(id, ids_of(c))
    );
  }
  if (v.after && !c.topics.count(*v.after)) {
    c.say(
        severity::error,
        v.at,
        t.id,
        "\"after\": \"" + *v.after + "\" is no topic." + did_you_mean(*v.after, ids_of(c))
    );
  }
}

void check_follow_ups(checking& c, const topic& t) {
  for (const auto& f : t.follow_ups) {
    if (c.topics.count(f.means)) continue;
    c.say(
        severity::error,
        f.at,
        t.id,
        "This follow-up means \"" + f.means + "\", which is no topic." +
            did_you_mean(f.means, ids_of(c))
    );
  }
}

bool of_group_form(const std::string& id) {
  const auto dot = id.find('.');
  return dot != id.npos && dot > 0 && dot + 1 < id.size() &&
         std::all_of(id.begin(), id.end(), [](char ch) {
           return (ch >= 'a' && ch <= 'z') || (ch >= '0' && ch <= '9') || ch == '_' || ch == '.';
         });
}

}  // namespace

const char* name_of(language l) { return l == language::es ? "Spanish" : "English"; }

void check_answers(checking& c, const topic& t) {
  std::set<std::string> unset;
  for (std::size_t l = 0; l < language_count; ++l) {
    for (const auto& v : t.answers.each[l]) {
      check_facts(c, t, v, unset);
      check_choices(c, t, v);
      check_grade(c, t, v, static_cast<language>(l));
    }
  }
  if (unset.empty()) return;
  std::string names;
  for (const auto& n : unset) names += (names.empty() ? "" : ", ") + n;
  c.say(
      severity::note,
      t,
      "Facts that are not known yet keep an answer back: " + names + ".",
      "unset_fact"
  );
}

void check_review(checking& c, const topic& t) {
  if (t.kind != kind::medical) return;
  if (!t.review) {
    return c.say(
        severity::warning,
        t,
        "A medical answer needs a review with sources; it is not shown without."
    );
  }
  const auto& r = *t.review;
  if (r.until < r.on) {
    c.say(severity::error, r.at, t.id, "The review ends (\"until\") before it was made (\"on\").");
  } else if (r.until < c.today) {
    c.say(
        severity::warning,
        r.at,
        t.id,
        "The review ran out on " + to_text(r.until) + "; visitors are offered a person instead."
    );
  }
  if (r.sources.empty()) c.say(severity::warning, r.at, t.id, "The review names no source.");
  if (!r.by) {
    c.say(severity::note, r.at, t.id, "No clinician has signed this answer yet.", "unsigned");
  }
  if (r.on > c.today) {
    c.say(severity::warning, r.at, t.id, "The review is dated in the future (\"on\").");
  }
}

std::vector<finding> check(const model& m, std::chrono::year_month_day today) {
  checking c{m, today};
  for (const auto& t : m.topics) c.topics.emplace(t.id, &t);
  for (const auto& t : m.topics) {
    if (!of_group_form(t.id)) {
      c.say(severity::note, t, "Ids read best as group.name in lower case, such as visit.book.");
    }
    check_answers(c, t);
    check_follow_ups(c, t);
    check_review(c, t);
  }
  check_translations(c);
  check_safety(c);
  check_examples(c);
  check_patterns(c);
  return std::move(c.found);
}

}  // namespace frontdesk::intent

// SPDX-License-Identifier: Apache-2.0
#include "unit/chat/small_rules.hpp"

#include "chat/phrases.hpp"

namespace frontdesk::chat {
namespace {

using intent::action;
using intent::kind;

struct topic_spec {
  const char* id;
  intent::kind kind;
  intent::action action;
  const char* pattern;
  const char* text;
};

// Anchored patterns decide alone, so that no story hangs on what the matcher has learned.
constexpr topic_spec specs[] = {
    {"clinic.cost", kind::practical, action::none, "(cost|price)", "It costs {price}."},
    {"clinic.hours", kind::practical, action::none, "hours", "Our hours."},
    {"ketamine.duration", kind::medical, action::none, "relief", "Relief may last days."},
    {"visit.book", kind::action, action::book, "(book|appointment)", "I take your request."},
    {"visit.reschedule",
     kind::action,
     action::reschedule,
     "reschedule",
     "Which appointment, and when?"},
    {"visit.cancel", kind::action, action::cancel, "cancel my visit", "Tell me which appointment."},
    {"chat.human", kind::action, action::handoff, "(person|human)", "I am handing you over."},
    {"chat.complaint",
     kind::action,
     action::handoff,
     "complaint",
     "I am sorry that this happened."},
    {"care.after_infusion",
     kind::action,
     action::handoff,
     "infusion yesterday",
     "A person must see this."},
    {"chat.greeting", kind::smalltalk, action::none, "< (hello|hi) >", "Hello."},
    {"chat.thanks", kind::smalltalk, action::none, "< thanks >", "You are welcome."},
    {"chat.help", kind::smalltalk, action::none, "what can i ask", "You can ask me."},
};

intent::topic topic_of(const topic_spec& s) {
  intent::topic t;
  t.id = s.id;
  t.kind = s.kind;
  t.action = s.action;
  for (const auto l : {intent::language::en, intent::language::es}) {
    t.title[l] = std::string{s.id} + " button";
    t.patterns[l] = {s.pattern};
    t.examples[l] = {s.pattern, s.id};
    t.answers[l].push_back({s.text, {"chat.human"}, {}, {}, {}, {}});
  }
  if (s.kind == kind::medical) {
    t.review.emplace();
    t.review->sources.push_back({"A paper", "https://example.org/paper"});
    t.review->on = std::chrono::year{2026} / 1 / 1;
    t.review->until = std::chrono::year{2026} / 12 / 31;
  }
  return t;
}

void add_safety(intent::model& m) {
  intent::safety_family danger{"self_harm.wish", "safety.self_harm", "", {}, {}};
  intent::safety_family emergency{"emergency.breath", "safety.emergency", "", {}, {}};
  danger.patterns[intent::language::en] = {"want to die"};
  emergency.patterns[intent::language::en] = {"cannot breathe"};
  m.safety.families = {danger, emergency};
  intent::safety_response r;
  for (const auto l : {intent::language::en, intent::language::es}) {
    r.title[l] = "Help is there";
    r.text[l] = "Call or text 988.";
  }
  r.actions.push_back({"tel:988", {}});
  m.safety.responses = {{"safety.self_harm", r}, {"safety.emergency", r}};
}

}  // namespace

intent::rules_ptr small_rules(bool hours) {
  intent::model m;
  for (const auto& s : specs) m.topics.push_back(topic_of(s));
  for (const auto& k : phrase_keys) {
    auto& said = m.phrases[std::string{k.key}];
    for (const auto l : {intent::language::en, intent::language::es}) {
      said[l] = "<" + std::string{k.key} + "> " + std::string{k.placeholder};
    }
  }
  m.facts["price"] = std::nullopt;
  m.none[intent::language::en] = {"zzz yyy xxx"};
  add_safety(m);
  if (hours) {
    auto& week = m.settings.hours.emplace();
    for (std::size_t d = 0; d < 5; ++d) week[d] = {{std::chrono::hours{9}, std::chrono::hours{17}}};
  }
  return intent::rules::make(std::move(m));
}

}  // namespace frontdesk::chat

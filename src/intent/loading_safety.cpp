// SPDX-License-Identifier: Apache-2.0
// Reads safety.json.
#include "intent/sections.hpp"

#include <algorithm>

namespace frontdesk::intent::sections {
namespace {

const std::vector<std::string> danger{
    "safety.self_harm", "safety.emergency", "safety.misuse", "care.after_infusion"};

// Only these can be seen by the safety layer; a misspelt one would leave a family without effect.
void read_danger(shape& s, const std::string& id, std::size_t offset) {
  if (std::find(danger.begin(), danger.end(), id) != danger.end()) return;
  s.fault_at(
      offset,
      "\"" + id +
          "\" is not a topic of the safety layer; safety.self_harm, safety.emergency, "
          "safety.misuse and care.after_infusion are." +
          did_you_mean(id, danger)
  );
}

void read_family(shape& s, const node& n, std::vector<safety_family>& to) {
  safety_family f;
  f.at = s.at(n);
  const auto topic = [&](const node& v) {
    s.string(v, f.topic);
    if (v.type == json_text::type::string) read_danger(s, f.topic, v.offset);
  };
  s.object(
      n,
      "a safety family",
      {{"id", [&](const node& v) { s.string(v, f.id); }, true},
       {"intent", topic, true},
       {"about", [&](const node& v) { s.string(v, f.about); }},
       {"certain", [&](const node& v) { s.boolean(v, f.certain); }},
       {"mention", [&](const node& v) { s.boolean(v, f.mention); }},
       {"patterns", [&](const node& v) { read_patterns(s, v, f.patterns); }, true}}
  );
  if (f.certain && f.mention) {
    s.fault(
        n,
        "\"certain\" and \"mention\" exclude each other: nothing silences the one, a calm message "
        "the other."
    );
  }
  to.push_back(std::move(f));
}

void read_families(shape& s, const node& n, std::vector<safety_family>& to) {
  s.list(n, [&](const node& each) { read_family(s, each, to); });
}

void read_action(shape& s, const node& n, std::vector<safety_action>& to) {
  safety_action a;
  s.object(
      n,
      "an action",
      {{"href", [&](const node& v) { s.string(v, a.href); }, true},
       {"label", [&](const node& v) { s.text(v, a.label); }, true}}
  );
  const auto begins = [&](const char* with) { return a.href.rfind(with, 0) == 0; };
  if (!begins("tel:") && !begins("sms:") && !begins("https://")) {
    s.fault(n, "The address of an action begins with tel:, sms: or https://.");
  }
  to.push_back(std::move(a));
}

void read_response(shape& s, const node& n, safety_response& to) {
  s.object(
      n,
      "a safety response",
      {{"title", [&](const node& v) { s.text(v, to.title); }, true},
       {"text", [&](const node& v) { s.text(v, to.text); }, true},
       {"actions",
        [&](const node& v) { s.list(v, [&](const node& x) { read_action(s, x, to.actions); }); }}}
  );
}

}  // namespace

void read_safety(shape& s, const node& n, safety_rules& to) {
  const auto examples = [&](const node& v) {
    s.each(v, [&](const node::member& m) {
      read_danger(s, m.key, m.key_offset);
      s.texts(m.value, to.examples[m.key]);
    });
  };
  const auto responses = [&](const node& v) {
    s.each(v, [&](const node::member& m) {
      read_danger(s, m.key, m.key_offset);
      read_response(s, m.value, to.responses[m.key]);
    });
  };
  s.object(
      n,
      "the safety file",
      {{"families", [&](const node& v) { read_families(s, v, to.families); }, true},
       {"past", [&](const node& v) { read_families(s, v, to.past); }},
       {"idioms", [&](const node& v) { read_patterns(s, v, to.idioms); }},
       {"examples", examples},
       {"harmless", [&](const node& v) { s.texts(v, to.harmless, &to.harmless_spots); }},
       {"responses", responses}}
  );
}

}  // namespace frontdesk::intent::sections

// SPDX-License-Identifier: Apache-2.0
#include "chat/form_reading.hpp"

#include "base/utf8.hpp"
#include "booking/words.hpp"
#include "booking/zone.hpp"

#include <algorithm>

namespace frontdesk::chat {
namespace {

using booking::expected;

// As many code points as a name or a wish may have in a request: enough for people, too little for
// a medical history.
constexpr std::size_t name_max = 80, times_max = 300;

std::string at_most(const std::string& text, std::size_t code_points) {
  return std::string{utf8::prefix(text, code_points)};
}

bool may_set(bool filled, overwrite how) { return !filled || how != overwrite::none; }

// "Can we do Tuesday?" is a wish in the form of a question; "are you open Tuesday?" is none.
bool suggests_a_time(std::string_view text) {
  const auto words = booking::split(text);
  if (words.empty()) return false;
  const auto& first = words.front().folded;
  if (booking::is_one_of(
          first,
          {"can",
           "could",
           "would",
           "maybe",
           "perhaps",
           "is",
           "puedo",
           "puede",
           "podria",
           "podriamos",
           "quizas",
           "seria"}
      ))
    return true;
  if (words.size() < 2) return false;
  const auto start = first + " " + words[1].folded;
  return booking::is_one_of(
      start, {"how about", "what about", "do you", "que tal", "tienen el", "tiene el"}
  );
}

bool capitalized(std::string_view written) {
  return !written.empty() && (static_cast<unsigned char>(written[0]) >= 0x80 ||
                              (written[0] >= 'A' && written[0] <= 'Z'));
}

// Given names that are words as well.
bool also_a_word(std::string_view folded) {
  return booking::is_one_of(
      folded, {"dolores",   "rose",  "hope",     "grace",    "joy",      "faith",      "april",
               "may",       "june",  "mercedes", "paz",      "luz",      "sol",        "consuelo",
               "esperanza", "angel", "socorro",  "remedios", "milagros", "concepcion", "soledad",
               "angustias", "will",  "mark",     "bill",     "art"}
  );
}

// "Dolores Reyes" is a name although "dolores" is also a complaint.
bool written_like_a_name(std::string_view text) {
  const auto words = booking::split(text);
  if (words.size() == 1 && also_a_word(words.front().folded)) return true;
  return words.size() >= 2 && words.size() <= 5 &&
         std::all_of(words.begin(), words.end(), [](const auto& w) {
           return capitalized(w.written);
         });
}

bool about_something_else(const turn& t, const intent::reading& seen) {
  if (seen.outcome != intent::outcome::answer) return false;
  const auto* topic = t.rules().find(seen.topics.front().topic);
  return topic != nullptr && topic->action != intent::action::book;
}

bool desk_knows(const turn& t, const heard& said) { return about_something_else(t, read(t, said)); }

// A word where a name was asked for is a topic ("price") only on strong evidence: "Kim" is one
// letter from "kid", and names resemble something more often than not. 0.8: of 34 names and topic
// words tried with the shipped rules, all topic words read without repair stood above or were
// patterns, all names below.
bool surely_knows(const turn& t, const heard& said) {
  const auto seen = explain(t, said);
  const auto& what = seen.what;
  const bool strong = what.by_pattern || what.by_follow_up || what.confidence >= 0.8;
  return strong && seen.repairs.empty() && about_something_else(t, what);
}

}  // namespace

booking::found extract_here(const turn& t, std::string_view text, expected asked) {
  const auto here = booking::wall_clock(t.around().now, t.rules().source().settings.time_zone);
  return booking::extract(text, here, t.now.language == intent::language::es, asked);
}

bool absorb(turn& t, std::string_view text, expected asked, overwrite how) {
  if (!t.now.form) return false;
  auto& f = *t.now.form;
  const auto found = extract_here(t, text, asked);
  bool any = false;
  if (found.name && may_set(f.name.has_value(), how)) {
    f.name = at_most(*found.name, name_max);
    any = true;
  }
  auto contact = found.phone ? found.phone : found.email;
  if (found.phone && !found.extension.empty()) *contact += " x" + found.extension;
  if (contact && may_set(f.contact.has_value(), how)) {
    f.contact = *contact;
    any = true;
  }
  const auto times_how = how == overwrite::unless_times ? overwrite::none : how;
  // A message that is mostly times means them, also when something else was asked.
  const bool mostly = found.times && how != overwrite::none && !like_a_question(text) &&
                      found.times->size() * 2 >= text.size();
  if (found.times && (mostly || may_set(f.times.has_value(), times_how))) {
    f.times = at_most(*found.times, times_max);
    any = true;
  }
  if (found.returning && may_set(f.returning.has_value(), times_how)) {
    f.returning = found.returning;
    any = true;
  }
  return any;
}

bool is_question_for_desk(const turn& t, const heard& said) {
  const auto text = said.text();
  const auto asked = t.now.form ? t.now.form->asked : expected::nothing;
  if (asked == expected::times && suggests_a_time(text) && extract_here(t, text, asked).times)
    return false;
  if (like_a_question(text)) return desk_knows(t, said);
  const bool bare_name = asked == expected::name && extract_here(t, text, asked).name &&
                         !extract_here(t, text, expected::nothing).name;
  return bare_name && !written_like_a_name(text) && surely_knows(t, said);
}

bool is_filled(const form& f, part which) {
  switch (which) {
    case part::name:
      return f.name.has_value();
    case part::contact:
      return f.contact.has_value();
    case part::times:
      return f.times.has_value();
    case part::returning:
      return f.returning.has_value() || f.returning_skipped;
    case part::none:
      return false;
  }
  return false;
}

bool short_text(std::string_view text) { return booking::split(text).size() <= 4; }

std::vector<field> fields_of(const turn& t, const form& f) {
  std::vector<field> all;
  all.push_back({t.phrase("field.name"), f.name.value_or("")});
  all.push_back({t.phrase("field.contact"), f.contact ? booking::readable_contact(*f.contact) : ""}
  );
  all.push_back({t.phrase("field.times"), f.times.value_or("")});
  if (f.returning)
    all.push_back(
        {t.phrase("field.returning"), t.phrase(*f.returning ? "value.returning" : "value.new")}
    );
  return all;
}

}  // namespace frontdesk::chat

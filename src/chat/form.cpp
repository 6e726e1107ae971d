// SPDX-License-Identifier: Apache-2.0
#include "chat/form.hpp"

#include "chat/form_reading.hpp"
#include "chat/requests.hpp"
#include "chat/words.hpp"

namespace frontdesk::chat {
namespace {

using booking::expected;

expected next_open(const form& f) {
  if (!f.name) return expected::name;
  if (!f.contact) return expected::contact;
  if (!f.times) return expected::times;
  if (!f.returning && !f.returning_skipped) return expected::returning;
  return expected::nothing;
}

const char* key_of(expected e) {
  switch (e) {
    case expected::name:
      return "name";
    case expected::contact:
      return "contact";
    case expected::times:
      return "times";
    case expected::returning:
      return "returning";
    case expected::nothing:
      return "nothing";
  }
  return "nothing";
}

std::vector<intent::choice> choices_for(const turn& t, expected e) {
  if (e != expected::returning) return {};
  return t.choices({"form.new", "form.returning", "form.skip"});
}

std::string question(const turn& t, const std::string& manner) {
  return t.phrase("form." + manner + "_" + key_of(t.now.form->asked));
}

message& form_says(turn& t, std::string text) {
  auto& said = t.bot(std::move(text));
  said.why = chat::why{};
  said.why->revision = t.rules().revision;
  said.why->outcome = "form";
  return said;
}

void show_summary(turn& t, std::string_view lead) {
  auto& f = *t.now.form;
  f.confirming = true;
  f.asked = expected::nothing;
  std::string text = t.phrase(lead);
  for (const auto& line : fields_of(t, f)) text += "\n" + line.label + ": " + line.value;
  text += "\n\n" + t.phrase("form.summary_question");
  form_says(t, text).choices = t.choices({"form.confirm", "form.change", "form.cancel"});
}

// Asks for the next thing that is missing, or shows the summary.
void go_on(turn& t) {
  auto& f = *t.now.form;
  f.asked = next_open(f);
  f.confirming = false;
  if (f.asked == expected::nothing) return show_summary(t, "form.summary");
  form_says(t, question(t, "ask")).choices = choices_for(t, f.asked);
}

void ask_what_to_change(turn& t) {
  form_says(t, t.phrase("form.what_to_change")).choices =
      t.choices({"form.change.name", "form.change.contact", "form.change.times", "form.cancel"});
}

void change(turn& t, part which) {
  auto& f = *t.now.form;
  if (which == part::name) f.name.reset();
  if (which == part::contact) f.contact.reset();
  if (which == part::times) f.times.reset();
  if (which == part::returning) {
    f.returning.reset();
    f.returning_skipped = false;
  }
  f.misses = 0;
  go_on(t);
}

void prefill(turn& t) {
  auto& f = *t.now.form;
  if (t.now.visitor) f.name = t.now.visitor;
  if (t.now.request) {
    f.contact = t.now.request->contact;
    f.returning = t.now.request->returning;
  }
}

void skip_returning(turn& t) {
  t.now.form->returning_skipped = true;
  go_on(t);
}

bool takes_while_confirming(turn& t, const heard& said) {
  const auto text = said.text();
  if (says_yes(text)) {
    send_request(t);
    return true;
  }
  const auto which = names_part(text);
  if (!is_question_for_desk(t, said) && absorb(t, text, expected::nothing, overwrite::all)) {
    show_summary(t, "form.summary_changed");
    return true;
  }
  const bool bare_part = which != part::none && short_text(text);
  if ((says_change(text) || bare_part) && which != part::none && !like_a_question(text)) {
    change(t, which);
    return true;
  }
  if (says_no(text) || (says_change(text) && short_text(text))) {
    ask_what_to_change(t);
    return true;
  }
  return false;
}

bool takes_answer(turn& t, const heard& said) {
  const auto text = said.text();
  auto& f = *t.now.form;
  if (says_skip(text)) {
    // Without a name, a contact and a time there is nothing that staff could do.
    f.asked == expected::returning ? skip_returning(t) : form_missed(t);
    return true;
  }
  if (is_question_for_desk(t, said)) {
    absorb(t, text, expected::nothing, overwrite::none);
    return false;
  }
  if (absorb(t, text, f.asked, overwrite::unless_times)) {
    f.misses = 0;
    go_on(t);
    return true;
  }
  const auto which = names_part(text);
  if (!says_change(text) || which == part::none || !is_filled(f, which)) return false;
  change(t, which);
  return true;
}

}  // namespace

bool form_waits(const state& s) {
  return s.form && (s.form->confirming || s.form->asked != expected::nothing);
}

void begin_form(turn& t, std::string_view text) {
  if (has_live_request(t)) return say_request(t);
  const bool resumes = t.now.form.has_value();
  if (!resumes) {
    t.now.form.emplace();
    prefill(t);
  }
  t.now.form->misses = 0;
  absorb(t, text, expected::nothing, overwrite::none);
  if (resumes) form_says(t, t.phrase("form.resume"));
  go_on(t);
}

void begin_form_for_new_times(turn& t, const request& known) {
  form f;
  f.name = known.name;
  f.contact = known.contact;
  f.returning = known.returning;
  f.returning_skipped = !known.returning;
  f.asked = expected::times;
  t.now.form = f;
}

void begin_form_for_other_appointment(turn& t, std::string_view text) {
  form f;
  f.returning = true;  // who has an appointment here is known here
  f.asked = expected::times;
  t.now.form = f;
  if (t.now.visitor) t.now.form->name = t.now.visitor;
  absorb(t, text, expected::nothing, overwrite::none);
  // The times in "move my Tuesday visit" are the old ones.
  t.now.form->times.reset();
}

void rest_form(turn& t) {
  if (!t.now.form) return;
  t.now.form->asked = expected::nothing;
  t.now.form->confirming = false;
}

void drop_form(turn& t) {
  t.now.form.reset();
  form_says(t, t.phrase("form.dropped")).choices = t.choices({"chat.help", "visit.book"});
}

bool form_takes(turn& t, const heard& said) {
  if (says_never_mind(said.text())) {
    drop_form(t);
    return true;
  }
  return t.now.form->confirming ? takes_while_confirming(t, said) : takes_answer(t, said);
}

bool asks_itself(const intent::topic* topic) {
  return topic != nullptr &&
         (topic->action == intent::action::book || topic->action == intent::action::reschedule);
}

void ask_again(turn& t) {
  if (t.now.form->confirming) return show_summary(t, "form.summary");
  form_says(t, t.phrase("form.back_to", {{"question", question(t, "ask")}})).choices =
      choices_for(t, t.now.form->asked);
}

void form_missed(turn& t) {
  auto& f = *t.now.form;
  if (++f.misses >= 2) {
    form_says(t, t.phrase("form.stuck")).choices = t.choices({"chat.human", "form.cancel"});
    return;
  }
  if (f.confirming) return show_summary(t, "form.summary_again");
  form_says(t, question(t, "retry")).choices = choices_for(t, f.asked);
}

namespace {

bool confirming_choice(turn& t, std::string_view id) {
  if (id == "form.confirm") return send_request(t), true;
  if (id == "form.change") return ask_what_to_change(t), true;
  return false;
}

bool returning_choice(turn& t, std::string_view id) {
  if (id == "form.skip") return skip_returning(t), true;
  if (id != "form.new" && id != "form.returning") return false;
  t.now.form->returning = id == "form.returning";
  go_on(t);
  return true;
}

}  // namespace

bool form_choice(turn& t, std::string_view id) {
  if (!t.now.form || !id.starts_with("form.")) return false;
  if (id == "form.cancel") return drop_form(t), true;
  if (id == "form.change.name") return change(t, part::name), true;
  if (id == "form.change.contact") return change(t, part::contact), true;
  if (id == "form.change.times") return change(t, part::times), true;
  // An old button, tapped when the form has moved on, must not send or skip anything.
  if (t.now.form->confirming && confirming_choice(t, id)) return true;
  return t.now.form->asked == expected::returning && returning_choice(t, id);
}

}  // namespace frontdesk::chat

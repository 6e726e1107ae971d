// SPDX-License-Identifier: Apache-2.0
#include "app/trial.hpp"

#include "chat/step.hpp"

namespace frontdesk::app {

wire::trial try_message(
    const intent::rules& rules,
    std::string text,
    std::optional<intent::language> in,
    time_point now,
    bool staff_online
) {
  wire::trial tried;
  tried.text = text;
  intent::context around;
  around.preferred = in;
  tried.seen = intent::explain(rules, text, around);

  chat::state fresh;
  fresh.started_at = now;
  fresh.language = in.value_or(tried.seen.what.language);
  fresh.language_chosen = in.has_value();
  chat::visitor_says says;
  says.id = "trial";
  says.text = std::move(text);
  chat::surroundings with;
  with.now = now;
  with.rules = &rules;
  with.staff_online = staff_online;
  auto stepped = chat::step(fresh, says, with, request_id::random());
  if (!stepped) return tried;  // an empty text
  for (auto& m : stepped->said) {
    if (m.from != chat::author::bot) continue;
    if (m.why && tried.why.outcome.empty()) tried.why = *m.why;
    tried.said.push_back(std::move(m));
  }
  if (tried.why.outcome.empty()) tried.why.outcome = intent::to_text(tried.seen.what.outcome);
  return tried;
}

}  // namespace frontdesk::app

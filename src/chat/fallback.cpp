// SPDX-License-Identifier: Apache-2.0
#include "chat/fallback.hpp"

#include "booking/words.hpp"
#include "chat/crisis.hpp"
#include "chat/words.hpp"

#include <algorithm>

namespace frontdesk::chat {
namespace {

// Below this a candidate is noise, and offering it would look foolish.
constexpr double candidate_worth_offering = 0.2;

// The nearest topics, then the most asked ones: whoever was not understood sees where to go on.
std::vector<std::string> topics_to_offer(const turn& t, const intent::reading& seen) {
  std::vector<std::string> ids;
  const auto offer = [&](const std::string& id) {
    const auto* topic = t.rules().find(id);
    const bool fits = topic != nullptr && topic->kind != intent::kind::smalltalk;
    if (fits && ids.size() < 3 && std::find(ids.begin(), ids.end(), id) == ids.end())
      ids.push_back(id);
  };
  for (const auto& c : seen.candidates) {
    if (c.score >= candidate_worth_offering && !c.topic.starts_with("safety.")) offer(c.topic);
  }
  for (const char* id : {"ketamine.how_it_helps", "clinic.cost", "visit.book"}) offer(id);
  ids.emplace_back("chat.human");
  return ids;
}

struct rung {
  std::string key;
  std::vector<std::string> choices;
};

rung rung_for(const turn& t, const intent::reading& seen) {
  if (t.now.fallbacks == 1) return {"fallback.rephrase", topics_to_offer(t, seen)};
  if (t.now.fallbacks == 2 && t.around().staff_online)
    return {"fallback.person", {"chat.human", "chat.help"}};
  if (t.around().staff_online) return {"fallback.message", {"chat.human", "message.leave"}};
  return {"fallback.nobody", {"message.leave", "visit.book"}};
}

}  // namespace

void fall_back(turn& t, const intent::reading& seen, chat::why because) {
  // Nobody who was in danger a moment ago is asked to put it another way.
  t.now.fallbacks = std::max(t.now.fallbacks + 1, after_crisis(t.now) ? 2 : 1);
  const auto rung = rung_for(t, seen);
  auto& said = t.bot_phrase(rung.key);
  said.choices = t.choices(rung.choices);
  if (after_crisis(t.now)) said.help = t.phrase("crisis.help_line");
  because.topic.clear();
  because.outcome = "fallback";
  said.why = std::move(because);
}

void ask_which(turn& t, const intent::reading& seen, chat::why because) {
  t.now.offered.clear();
  std::vector<std::string> ids;
  for (const auto& topic : seen.topics) ids.push_back(topic.topic);
  t.now.offered = ids;
  ids.emplace_back("chat.human");
  auto& said = t.bot_phrase("clarify.ask");
  said.choices = t.choices(ids);
  because.topic.clear();
  because.outcome = "clarify";
  said.why = std::move(because);
}

std::optional<std::string> picked(const turn& t, std::string_view text) {
  const auto& offered = t.now.offered;
  const auto size = static_cast<int>(offered.size());
  const int number = ordinal(text);
  if (number == -1 && size > 0) return offered.back();
  if (number > 0 && number <= size) return offered[static_cast<std::size_t>(number) - 1];
  for (const auto& id : offered) {
    if (booking::folded(t.choice(id).label) == booking::folded(text)) return id;
  }
  return size == 1 && says_yes(text) ? std::optional{offered.front()} : std::nullopt;
}

}  // namespace frontdesk::chat

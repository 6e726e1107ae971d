// SPDX-License-Identifier: Apache-2.0
#include "chat/languages.hpp"

#include "booking/words.hpp"
#include "chat/words.hpp"

namespace frontdesk::chat {

void use_language(turn& t, intent::language wanted) {
  t.now.language = wanted;
  t.now.language_chosen = true;
  t.bot_phrase("language.switched").choices = t.choices({"chat.help", "visit.book", "chat.human"});
}

bool language_asked(turn& t, std::string_view text) {
  const auto wish = asks_for_language(text);
  if (wish.wanted) return use_language(t, *wish.wanted), true;
  if (!wish.other) return false;
  t.bot_phrase("language.offer").choices = t.choices({"lang.en", "lang.es", "chat.human"});
  return true;
}

void follow_language(turn& t, const intent::reading& seen, std::string_view text) {
  if (seen.language == t.now.language) return;
  // Whoever chose a language must write a sentence in the other one, not a borrowed word.
  const std::size_t words_needed = t.now.language_chosen ? 3 : 1;
  const bool sure = seen.outcome != intent::outcome::fallback;
  if (booking::split(text).size() >= words_needed + (sure ? 0 : 2)) t.now.language = seen.language;
}

}  // namespace frontdesk::chat

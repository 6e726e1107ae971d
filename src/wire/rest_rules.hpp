// SPDX-License-Identifier: Apache-2.0
// REST answers on rules: findings, trials, revisions.
#pragma once
#include "chat/message.hpp"
#include "intent/loading.hpp"
#include "intent/reading.hpp"
#include "wire/rules_document.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace frontdesk::wire {

std::string encode_findings(std::span<const intent::finding> findings);
/// `"findings":[...]` without braces, for a problem document.
std::string findings_member(std::span<const intent::finding> findings);

/// What the desk would do with a message, alone in a fresh conversation.
struct trial {
  std::string text;
  intent::explanation seen;
  std::vector<chat::message> said;  ///< by the bot
  chat::why why;
};
std::string encode_trial(const trial& t, const intent::rules& by);

struct revision_line {
  long number = 0;
  time_point at;
  std::optional<chat::person> by;  ///< nothing: edited on disk, or shipped
  std::string note, summary;
};
std::string encode_revisions(std::span<const revision_line> items, std::string_view next);
std::string encode_revision(const revision_line& r, std::span<const rules_change> changes);
std::string encode_published(long revision);

}  // namespace frontdesk::wire

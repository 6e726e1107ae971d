// SPDX-License-Identifier: Apache-2.0
// A visitor's words on their way through the turn, with what the safety layer saw in them: it reads
// them once, before anything else, and whatever reads them later takes its verdict from here.
#pragma once
#include "chat/turn.hpp"

#include <string_view>

namespace frontdesk::chat {

/// Made by `hear` alone, so that no text goes with the verdict on another. The text is the
/// caller's, who keeps it for as long.
class heard {
 public:
  std::string_view text() const { return text_; }
  const intent::safety_verdict& danger() const { return danger_; }

 private:
  friend heard hear(const turn& t, std::string_view text);
  heard(std::string_view text, intent::safety_verdict danger)
      : text_(text), danger_(std::move(danger)) {}

  std::string_view text_;
  intent::safety_verdict danger_;
};

/// Asks the safety layer.
heard hear(const turn& t, std::string_view text);

/// What the desk understands, in the conversation's language and in the light of its last answer.
intent::reading read(const turn& t, const heard& said);
/// The same with its reasons, to be kept with the answer.
intent::explanation explain(const turn& t, const heard& said);

}  // namespace frontdesk::chat

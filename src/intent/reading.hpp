// SPDX-License-Identifier: Apache-2.0
// What the desk understands of one message: `read` is the only way from text to topics.
#pragma once
#include "intent/rules.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::intent {

enum class outcome : unsigned char {
  answer,    ///< act on `topics`
  clarify,   ///< two are close: ask "did you mean" with `topics`
  fallback,  ///< not covered: the fallback ladder
  safety,    ///< somebody may be in danger: `topics` has the one safety topic, nothing else is done
};
const char* to_text(outcome o);

struct scored {
  std::string topic;
  double score = 0;  ///< 0 to 1
};
struct word_weight {
  std::string word;   ///< as the visitor wrote it
  double weight = 0;  ///< how much it spoke for the first topic; negative: against it
};
struct repair {
  std::string from, to;  ///< spelling
};
struct neighbour {
  std::string topic, example;
  double similarity = 0;  ///< cosine, 0 to 1
};

/// What surrounds a message.
struct context {
  std::optional<language> preferred;  ///< the conversation's language so far
  std::optional<std::string>
      after;  ///< the topic that was answered last: follow-ups are read in its light
};

struct reading {
  intent::outcome outcome = outcome::fallback;
  intent::language language = language::en;
  std::vector<scored> topics;      ///< what is acted on, best first (in the order asked for several
                                   ///< questions); empty for fallback
  std::vector<scored> candidates;  ///< the three best, whatever the threshold
  double confidence = 0;           ///< 0 to 1: that the message is covered at all
  bool mentions_past_crisis = false;  ///< answer the topic and add one quiet line on where help is
  bool by_pattern = false;            ///< a pattern decided, not the trained matcher
  bool by_follow_up = false;          ///< read in the light of `context::after`
  std::string family;                 ///< the safety family that fired, or empty
};

/// Only the safety layer: used in every state of a conversation, also where nothing else is read.
/// Empty when nothing fired.
struct safety_verdict {
  std::string topic, family;  ///< topic empty: no danger seen
  bool past = false;          ///< a calm mention of the past
};
safety_verdict read_safety(const rules& by, std::string_view text);

/// Reads one message of well-formed UTF-8. Any thread; time linear in its length. Never fails: what
/// is not understood is a fallback.
reading read(const rules& by, std::string_view text, const context& around);
/// The same where the safety layer has read this very text already: it is not asked again.
reading read(
    const rules& by, std::string_view text, const context& around, const safety_verdict& danger
);

/// Why a reading came out as it did. Slower than `read`; kept with each answer (words, repairs) and
/// shown by `rules explain`.
struct explanation {
  reading what;
  std::vector<word_weight> words;  ///< at most 8, strongest first
  std::vector<repair> repairs;
  std::vector<neighbour> nearest;  ///< at most 5
  std::string pattern;             ///< the pattern that decided, if one did
  double margin = 0;               ///< first minus second candidate
};
explanation explain(const rules& by, std::string_view text, const context& around);
explanation explain(
    const rules& by, std::string_view text, const context& around, const safety_verdict& danger
);

}  // namespace frontdesk::intent

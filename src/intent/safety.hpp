// SPDX-License-Identifier: Apache-2.0
// The layer in front of everything: whether somebody may be in danger. It reads each message by
// itself, in every state of a conversation; no setting, topic or pattern outside of safety.json has
// a say in it.
#pragma once
#include "intent/danger_score.hpp"
#include "intent/hearing.hpp"
#include "intent/pattern_set.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::intent {

/// How far a pattern alone is believed; its family says so (`safety_family`).
enum class belief : unsigned char { mention, usual, certain };

/// What the layer saw, and why.
struct sighting {
  std::string topic;    ///< empty: no danger
  std::string family;   ///< that fired; "learned" when the score did
  std::string pattern;  ///< as written in safety.json; empty for the learned score
  lines words;          ///< of the message that matched, in normal form
  double score = 0;     ///< learned probability of the most likely danger
  bool past = false;    ///< past, over and told calmly
  belief held = belief::usual;
};

/// Never changes once made; any thread.
class safety_layer {
 public:
  /// Compiles the families and trains the score. Blocking.
  explicit safety_layer(const model& m);

  /// Reads one message; `words` are its tokens. Time linear in the text.
  ///
  /// Topics go by what is at stake: self-harm and emergency before misuse before a worry after an
  /// infusion. An idiom hides exactly the words that it covers, from the patterns alone; a family
  /// fires when one of its patterns has a word outside. A pattern is not enough where the learned
  /// score is all but certain that there is no danger, in the message and in each sentence of it;
  /// less certain for a family that is a `mention`. One that is `certain` nothing silences.
  sighting look(std::string_view text, const std::vector<token>& words) const;

  /// Without the learned score: for tests of the patterns and for the lint.
  sighting look_at_patterns(std::string_view text, const std::vector<token>& words) const;

 private:
  struct family {
    std::string id, topic;
    int rank = 0;  ///< 0 first
    belief held = belief::usual;
  };
  struct written {
    std::string text;
    std::uint32_t family = 0;
  };
  sighting listen(const std::vector<heard>& ways) const;
  void listen(const heard& way, sighting& to) const;
  bool sounds_calm(
      const sighting& seen, const std::vector<token>& words, const danger_score::opinion& heard
  ) const;

  std::vector<family> families_;
  std::vector<written> dangers_;  ///< by pattern number
  patterns::set patterns_;
  patterns::range danger_, idioms_, past_, not_over_, recovered_;
  hearing hearing_;
  std::optional<danger_score> score_;
};

/// Whether two models make the same layer. Where something stands in the files, what it is about
/// and what a visitor in danger is told make no difference.
bool hear_alike(const model& a, const model& b);

}  // namespace frontdesk::intent

// SPDX-License-Identifier: Apache-2.0
// The learned score beside the safety patterns: how much a message sounds like the examples of
// danger, for what no pattern foresaw.
#pragma once
#include "intent/classifier.hpp"
#include "intent/language.hpp"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace frontdesk::intent {

/// What is at stake, the gravest first.
enum danger_kind : int { self_harm, emergency, misuse, after_infusion };
/// The topics of the safety layer, by `danger_kind`.
inline constexpr std::array<const char*, 4> danger_topics{
    "safety.self_harm", "safety.emergency", "safety.misuse", "care.after_infusion"};

/// How likely each `danger_kind` is; they need not add up to 1.
using dangers = std::array<double, 4>;

/// Never changes once trained; any thread.
class danger_score {
 public:
  /// Trains on the examples and the harmless messages of safety.json and on nothing else: no topic,
  /// whatever its examples say, can talk a danger down. Blocking, deterministic.
  explicit danger_score(const safety_rules& from);

  struct opinion {
    dangers danger{};
    /// The gravest `danger_kind` above its threshold, or -1; of self-harm and emergency the
    /// likelier.
    int fires = -1;
    /// The likeliest danger, 0 to 1.
    double most() const;
  };
  /// Whether safety.json has enough examples of this `danger_kind` for the score to be trusted
  /// when it hears none of it. Without any, every opinion is empty.
  bool knows(int kind) const { return known_[static_cast<std::size_t>(kind)]; }
  /// With fewer words there is too little to weigh, and the opinion is empty.
  static constexpr std::size_t words_min = 3;
  /// Of one message. Time linear in the words.
  opinion read(std::span<const token> words) const;

 private:
  std::optional<classifier> classifier_;
  language_guess languages_;
  std::array<bool, 4> known_{};
};

}  // namespace frontdesk::intent

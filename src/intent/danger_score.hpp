// SPDX-License-Identifier: Apache-2.0
// The learned score beside the safety patterns: how much a message sounds like the examples of
// danger, for what no pattern foresaw.
#pragma once
#include "intent/classifier.hpp"
#include "intent/language.hpp"

#include <array>
#include <optional>
#include <vector>

namespace frontdesk::intent {

/// The topics of the safety layer, by what is at stake.
inline constexpr std::array<const char*, 4> danger_topics{
    "safety.self_harm", "safety.emergency", "safety.misuse", "care.after_infusion"};

/// Never changes once trained; any thread.
class danger_score {
 public:
  /// Trains on the examples and the harmless messages of safety.json and on nothing else: no topic,
  /// whatever its examples say, can talk a danger down. The thresholds come from cross-validation:
  /// of the harmless messages at most `false_alarms_max` are above one of them. These are the hard
  /// ones (look-alikes, and ordinary messages that once raised an alarm): 7 % of them are some 2 %
  /// of new look-alikes and half a per cent of ordinary messages. Blocking, deterministic.
  explicit danger_score(const safety_rules& from);
  static constexpr double false_alarms_max = 0.07;

  struct opinion {
    std::array<double, 4> danger{};  ///< probability of each of `danger_topics`
    int fires = -1;                  ///< the first one above its threshold, or -1
  };
  /// False: safety.json has too few examples to learn from, and every opinion is empty.
  bool learned() const { return classifier_.has_value(); }
  opinion read(const std::vector<token>& words) const;
  const std::array<double, 4>& thresholds() const { return thresholds_; }

 private:
  std::optional<classifier> classifier_;
  language_guess languages_;
  std::array<double, 4> thresholds_{};
};

}  // namespace frontdesk::intent

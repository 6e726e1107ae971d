// SPDX-License-Identifier: Apache-2.0
// The learned score beside the safety patterns: how much a message sounds like the examples of
// danger, for what no pattern foresaw.
#pragma once
#include "intent/classifier.hpp"

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace frontdesk::intent {

/// The topics of the safety layer, by what is at stake.
inline constexpr std::array<const char*, 4> danger_topics{
    "safety.self_harm", "safety.emergency", "safety.misuse", "care.after_infusion"};

/// Never changes once trained; any thread.
class danger_score {
 public:
  /// Trains on the examples and harmless messages of safety.json, with the topics' own examples as
  /// further harmless ones. The thresholds come from cross-validation: of the harmless messages at
  /// most `false_alarms_max` are above one of them, and of the topics' own examples
  /// `ordinary_alarms_max`. Blocking, deterministic.
  explicit danger_score(const model& m);
  static constexpr double false_alarms_max = 0.02, ordinary_alarms_max = 0.02;

  struct opinion {
    std::array<double, 4> danger{};  ///< probability of each of `danger_topics`
    int fires = -1;                  ///< the first one above its threshold, or -1
  };
  opinion read(const std::vector<token>& words) const;
  const std::array<double, 4>& thresholds() const { return thresholds_; }

 private:
  language language_of(const std::vector<token>& words) const;

  std::optional<classifier> classifier_;
  std::unordered_map<std::string, int> spanish_;  ///< more often in Spanish examples: above 0
  std::array<double, 4> thresholds_{};
};

}  // namespace frontdesk::intent

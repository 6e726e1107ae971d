// SPDX-License-Identifier: Apache-2.0
// Short questions that mean something only after an answer: "how long does it last?".
#pragma once
#include "intent/model.hpp"
#include "intent/text.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace frontdesk::intent {

class follow_ups {
 public:
  follow_ups() = default;
  explicit follow_ups(const model& m);

  struct found {
    std::string means;      ///< topic id; empty: nothing alike
    double similarity = 0;  ///< cosine over stems by rarity, 0 to 1
  };
  /// The nearest follow-up of the topic that was answered last.
  found find(const std::string& after, const std::vector<token>& words) const;

 private:
  struct example {
    std::string means;
    std::vector<std::string> stems;  ///< sorted, distinct
  };
  double rarity(const std::string& stem) const;
  static std::vector<std::string> stems_of(const std::vector<token>& words, language in);

  std::unordered_map<std::string, by_language<std::vector<example>>> by_topic_;
  std::unordered_map<std::string, double> rarity_;
  double unseen_ = 1;
};

}  // namespace frontdesk::intent

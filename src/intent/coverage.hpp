// SPDX-License-Identifier: Apache-2.0
// Whether a message is covered by the topics at all: several weak signs, fused into one number.
#pragma once
#include <array>
#include <cstddef>
#include <vector>

namespace frontdesk::intent {

/// The signs, each larger for what is covered.
struct signs {
  enum which : std::size_t {
    top,       ///< best topic's score before softmax
    all,       ///< log-sum-exp of the topics' scores
    best,      ///< best topic's probability
    alike,     ///< cosine to the nearest example of the best topic
    known,     ///< share of the message, by rarity, that training saw
    not_none,  ///< best topic's score minus that of "none"
    nearer,    ///< that minus the cosine to the nearest of none
    margin,    ///< between the two best topics' scores
    count
  };
  std::array<float, count> of{};
};

/// Weights of the signs.
class coverage {
 public:
  /// The weights that did best on the public sets, where nothing is known of what is not covered.
  coverage();
  /// Learns them from signs of messages that were not trained on, covered and not; stays as it is
  /// when either are fewer than 40.
  void learn(const std::vector<signs>& covered, const std::vector<signs>& none);
  double operator()(const signs& s) const;

 private:
  std::array<double, signs::count> weights_{};
};

}  // namespace frontdesk::intent

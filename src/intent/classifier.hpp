// SPDX-License-Identifier: Apache-2.0
// Learns classes from examples: the features and the logistic regression that the topics and the
// safety score share.
#pragma once
#include "intent/text.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace frontdesk::intent {

/// One example: a message and the class it stands for.
struct labelled {
  std::string text;
  language in = language::en;
  std::uint32_t label = 0;  ///< index into `training_set::labels`
  bool operator==(const labelled&) const = default;
};

struct training_set {
  std::vector<std::string> labels;  ///< at least one
  std::vector<labelled> examples;
  by_language<std::vector<lines>> synonyms;  ///< as in the rules; spelling repairs towards them
  bool operator==(const training_set&) const = default;
};

class corpus;

/// Never changes once trained; any thread.
class classifier {
 public:
  /// Deterministic. Blocking: about 0.1 ms an example. `read`: the texts of `from`.
  classifier(const training_set& from, const corpus& read);
  ~classifier();
  classifier(classifier&&) noexcept;
  classifier& operator=(classifier&&) noexcept;

  /// A probability for each label, in their order; they add up to 1. `guess` decides only about
  /// words that both languages have.
  std::vector<float> probabilities(std::span<const token> words, language guess) const;

 private:
  struct parts;
  std::unique_ptr<const parts> parts_;
};

}  // namespace frontdesk::intent

// SPDX-License-Identifier: Apache-2.0
// The trained matcher: from words to topics, with a confidence that the message is covered at all.
#pragma once
#include "intent/classifier.hpp"
#include "intent/reading.hpp"
#include "intent/text.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace frontdesk::intent {

/// What a matcher learns from.
struct lesson {
  training_set topics;      ///< labels are topic ids
  by_language<lines> none;  ///< messages that must get no topic
  double rejection = 0.1;   ///< share of covered messages that may be asked back (settings)
  bool operator==(const lesson&) const = default;
};
/// The lesson of a model: its topics' examples, titles, follow-ups, synonyms, none.json.
lesson lesson_of(const model& m);

struct ranked {
  std::uint32_t label = 0;  ///< index into the lesson's labels
  float score = 0;          ///< probability, 0 to 1, given that the message is covered
};
struct verdict {
  std::vector<ranked> best;   ///< at most three, best first
  std::vector<float> scores;  ///< of every label, as in `best`
  /// 0 to 1: that the message is covered. From 0.5 on it is taken as covered; of covered messages
  /// a share `rejection` stays below (by cross-validation over the examples).
  double confidence = 0;
};

/// Never changes once trained; any thread.
class matcher {
 public:
  /// Deterministic. Blocking, uses up to two threads. `before` is a warm start: what it learned
  /// from an equal lesson is shared, so an edit that touches no example costs nothing; a lesson of
  /// which only a few examples differ is learned on top of what it knows (`adjusted`).
  explicit matcher(const lesson& from, const matcher* before = nullptr);
  ~matcher();
  matcher(matcher&&) noexcept;
  matcher& operator=(matcher&&) noexcept;

  /// Whether it was learned on top of an earlier one: nearly the same as learning all anew, not
  /// bit for bit.
  bool adjusted() const;

  /// The language of the words; with too little to go by, `preferred`, else English.
  language language_of(const std::vector<token>& words, std::optional<language> preferred) const;
  /// Replaces misspelt words by words of the rules, and says which. Drug names and words of the
  /// dictionary stay.
  std::vector<repair> correct(std::vector<token>& words, language in) const;
  /// Of corrected words. Linear in their number.
  verdict judge(std::span<const token> words, language in) const;

  /// How much each word spoke for `label`: the score without the word, taken from the score with
  /// it. For explanations.
  std::vector<word_weight> weigh(const std::vector<token>& words, language in, std::uint32_t label)
      const;
  /// The examples that are most alike, nearest first; `topic` is the label's name.
  std::vector<neighbour> nearest(const std::vector<token>& words, language in, std::size_t most)
      const;
  const std::vector<std::string>& labels() const;

 private:
  struct parts;
  std::shared_ptr<const parts> parts_;
};

}  // namespace frontdesk::intent

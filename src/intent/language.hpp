// SPDX-License-Identifier: Apache-2.0
// English or Spanish: a naive Bayes guess over words and letter groups of the rules' own examples.
#pragma once
#include "intent/flat_index.hpp"
#include "intent/text.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace frontdesk::intent {

class language_guess {
 public:
  /// A word's normal form, met so often in texts of each language. More may come later.
  void add(std::string_view normal, const by_language<std::uint32_t>& times);
  void finish();  ///< after the last `add`

  /// The sum over the words of ln P(word | Spanish) - ln P(word | English), each within +-3.
  double spanish(std::span<const token> words) const;
  /// Spanish above 0. A short or mixed message (within +-1.5) follows the conversation.
  language guess(std::span<const token> words, std::optional<language> preferred) const;

 private:
  double of_word(const token& t, std::uint64_t hash) const;
  flat_index grams_, words_;
  std::vector<by_language<std::uint32_t>> gram_times_, word_times_;
  std::vector<float> gram_weights_, word_weights_;
  by_language<double> gram_total_{}, word_total_{};
};

}  // namespace frontdesk::intent

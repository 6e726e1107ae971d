// SPDX-License-Identifier: Apache-2.0
// The texts of a training set, cut into words once for all who learn from them.
#pragma once
#include "intent/classifier.hpp"
#include "intent/flat_index.hpp"
#include "intent/text.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace frontdesk::intent {

/// Of the texts only which words stand where is kept: all their tokens would be a hundred
/// megabytes.
class corpus {
 public:
  struct word {
    token seen;                        ///< where it stood first
    by_language<std::uint32_t> times;  ///< how often, by the language of the text
  };
  struct placed {
    std::uint32_t word = 0;  ///< of `words()`
    bool ends_sentence = false;
  };

  explicit corpus(const training_set& from);

  const std::vector<word>& words() const { return words_; }  ///< each once
  const flat_index& index() const { return index_; }  ///< of words, by the hash of the normal form
  std::size_t texts() const { return ends_.size(); }
  std::size_t places() const { return placed_.size(); }  ///< words of all texts
  std::span<const placed> text(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::span(placed_).subspan(begin, ends_[i] - begin);
  }

 private:
  std::vector<word> words_;
  flat_index index_;
  std::vector<placed> placed_;
  std::vector<std::size_t> ends_;  // of each text in `placed_`
};

}  // namespace frontdesk::intent

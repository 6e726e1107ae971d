// SPDX-License-Identifier: Apache-2.0
#include "intent/corpus.hpp"

#include <utility>

namespace frontdesk::intent {

corpus::corpus(const training_set& from) {
  for (const labelled& l : from.examples) {
    for (token& t : tokenise(l.text)) {
      const auto w = index_.add(hash_of(t.normal));
      placed_.push_back({w, t.ends_sentence});
      if (w == words_.size()) words_.push_back({std::move(t), {}});
      ++words_[w].times[l.in];
    }
    ends_.push_back(placed_.size());
  }
}

}  // namespace frontdesk::intent

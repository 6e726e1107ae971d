// SPDX-License-Identifier: Apache-2.0
// How well rules may be expected to do, and how sure that is.
#pragma once
#include "intent/model.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace frontdesk::intent {

/// `part` of `whole` messages.
struct share {
  std::size_t part = 0, whole = 0;
  void count(bool in) {
    ++whole;
    part += in ? 1 : 0;
  }
  double value() const;  ///< 0 to 1; 0 of nothing
};

/// Between what the true share lies with 95 % probability (Wilson 1927: right also near 0 and 1 and
/// for few messages). 0 to 1 when nothing was counted.
struct interval {
  double low = 0, high = 1;
};
interval wilson(const share& of);
/// "93.1% (95% interval 92.0 to 94.0; 2310 of 2481)"
std::string to_text(const share& s);

/// An example that a matcher which had not seen it gave to another topic.
struct misread {
  std::string wanted;  ///< topic id
  std::string got;     ///< the topic it would be answered with; never empty
  std::string text;
  place at;
  double score = 0;  ///< of `got`, 0 to 1
};

/// What matchers say of examples that they have not seen. It flatters: whoever wrote an example
/// wrote the others too, and visitors write differently.
struct estimate {
  share right;            ///< of the topics' examples: answered with their topic
  share turned_away;      ///< of the topics' examples: taken as not covered
  share none_refused;     ///< of messages without topic: taken as not covered
  std::size_t folds = 0;  ///< parts of five that were held aside, one after the other; 0: too few
  std::vector<misread> wrong;                ///< in the order of the files
  std::map<std::string, std::size_t> tried;  ///< examples held aside, by topic
};

/// Trains without each fifth of the examples in turn; of large rules only without the first ones,
/// until enough were held aside to place the shares within a point. Blocking: as long as a training
/// for each fold. Deterministic.
estimate hold_aside(const model& m);

}  // namespace frontdesk::intent

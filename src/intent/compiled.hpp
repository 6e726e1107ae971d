// SPDX-License-Identifier: Apache-2.0
// What compiling a model built. Everything in here refers to topics by their position in the model
// and is read by any number of threads.
#pragma once
#include "intent/follow_up.hpp"
#include "intent/matcher.hpp"
#include "intent/pattern_set.hpp"
#include "intent/rules.hpp"
#include "intent/safety.hpp"

#include <functional>
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace frontdesk::intent {

struct rules::compiled {
  /// `before`, if given, lends the safety layer if nothing in it has changed; `learned` what it
  /// learned (matcher.hpp).
  compiled(const model& m, const rules* before, const matcher* learned);

  /// Finds by string_view without making a string.
  struct hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  std::unordered_map<std::string, std::size_t, hash, std::equal_to<>> topic_at;

  patterns::set topic_patterns;
  std::vector<std::size_t> pattern_topic;  ///< by pattern: position of its topic
  lines pattern_text;                      ///< by pattern: as the files have it
  follow_ups following;
  matcher matching;
  std::shared_ptr<const safety_layer> danger;  ///< never null; shared with other rules

 private:
  compiled(
      const model& m,
      const matcher* learned,
      std::future<std::shared_ptr<const safety_layer>> safety
  );
};

}  // namespace frontdesk::intent

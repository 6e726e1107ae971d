// SPDX-License-Identifier: Apache-2.0
// Messages that a pattern is written for, made from the pattern itself: to see what becomes of
// them.
#pragma once
#include "intent/model.hpp"

#include <string>
#include <string_view>

namespace frontdesk::intent::patterns {

/// At most `most` different messages that the pattern matches, gaps left empty, the alternatives
/// mixed; none when the pattern is faulty. Deterministic. `synonyms`: the groups of its language.
lines samples(std::string_view pattern, const std::vector<lines>& synonyms, std::size_t most);

}  // namespace frontdesk::intent::patterns

// SPDX-License-Identifier: Apache-2.0
// Word vectors from WordNet: what words mean, known before the first example
// (src/intent/vectors/README.md says how they are made).
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace frontdesk::intent::lexical {

inline constexpr std::size_t dimensions = 200;
/// Length of a vector in its own bytes: long enough for resolution, short enough that hardly any
/// number is cut at 127.
inline constexpr double length = 400;
/// A vector's bytes times this make a vector of length 1.
inline constexpr float scale = static_cast<float>(1 / length);

/// The vector of an English stem, or nullptr. Static storage.
const std::int8_t* find(std::string_view stem);
/// Whether it is a word of English, in any form (a normal form is asked for): such a word is never
/// taken for a misspelt one.
bool is_word(std::string_view normal);

}  // namespace frontdesk::intent::lexical

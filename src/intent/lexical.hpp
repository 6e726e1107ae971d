// SPDX-License-Identifier: Apache-2.0
// Word vectors from WordNet: what words mean, known before the first example
// (src/intent/vectors/README.md says how they are made).
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace frontdesk::intent::lexical {

inline constexpr std::size_t dimensions = 200;
/// A vector's bytes times this are numbers of about unit length.
inline constexpr float scale = 1.0F / 127;

/// The vector of an English stem, or nullptr. Static storage.
const std::int8_t* find(std::string_view stem);
/// Whether it is a word of English, in any form (a normal form is asked for): such a word is never
/// taken for a misspelt one.
bool is_word(std::string_view normal);

}  // namespace frontdesk::intent::lexical

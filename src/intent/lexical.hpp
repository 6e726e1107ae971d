// SPDX-License-Identifier: Apache-2.0
// From WordNet, what words mean before the first example: vectors, and what is a kind of what
// (src/intent/vectors/README.md says how they are made).
#pragma once
#include "intent/sparse.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

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

/// Kinds of things that a stem may stand for: the most usual senses as a noun and as a verb.
using senses = std::array<std::array<std::uint32_t, 2>, 2>;
inline constexpr std::uint32_t no_kind = 0xffffffff;
inline constexpr senses no_senses{{{no_kind, no_kind}, {no_kind, no_kind}}};

/// What an English stem may be a kind of ("monday": weekday, day, time unit...), each kind once, by
/// number. The value is 1 for what it usually is itself, 0.5 for its second sense, less for what
/// stands higher. Whatever has a digit is of one kind. Appends nothing when nothing is known.
void kinds(std::string_view stem, std::vector<entry>& into);

}  // namespace frontdesk::intent::lexical

// SPDX-License-Identifier: Apache-2.0
// UTF-8: the only text encoding inside frontdesk.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace frontdesk::utf8 {

/// Whether `text` is well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
bool valid(std::string_view text) noexcept;
/// Number of code points of well-formed text.
std::size_t length(std::string_view text) noexcept;
/// The longest prefix of well-formed text that has at most `code_points` code points.
std::string_view prefix(std::string_view text, std::size_t code_points) noexcept;

}  // namespace frontdesk::utf8

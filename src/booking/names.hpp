// SPDX-License-Identifier: Apache-2.0
// The visitor's own name in a message, and whether they have been here before.
#pragma once
#include "booking/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace frontdesk::booking {

/// `asked`: the name was asked for, so that a bare "Maria Lopez" is one. `taken[i]`: word i belongs
/// to a number or an address.
std::optional<std::string> find_name(
    const std::vector<word>& words, const std::vector<bool>& taken, bool asked
);
/// True: has been here; false: new. `asked`: a bare yes or no answers "have you been here before?".
std::optional<bool> find_returning(std::string_view text, bool asked);

}  // namespace frontdesk::booking

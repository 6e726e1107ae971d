// SPDX-License-Identifier: Apache-2.0
// A list of findings that somebody can read: of a flood of one kind the worst few and a count.
#pragma once
#include "intent/loading.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace frontdesk::cli {

/// One line a finding: first those without a kind, in their order, then kind by kind, of each at
/// most the `most` heaviest and a line that counts the rest.
std::vector<std::string> shortened(const std::vector<intent::finding>& all, std::size_t most);

}  // namespace frontdesk::cli

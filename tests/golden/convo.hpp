// SPDX-License-Identifier: Apache-2.0
// Golden conversations: files that the clinic can read and write, run against the shipped rules.
// The format stands in tests/golden/README.md.
#pragma once
#include "intent/rules.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace frontdesk::golden {

struct fault {
  std::string file;
  int line = 0;
  std::string sentence;
};

/// Plays one file; every expectation that does not hold is a fault, and the talk goes on.
std::vector<fault> play(const std::filesystem::path& file, const intent::rules_ptr& rules);

/// The shipped rules with opening hours Monday to Friday, 9 to 5.
intent::rules_ptr shipped_rules();

}  // namespace frontdesk::golden

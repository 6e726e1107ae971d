// SPDX-License-Identifier: Apache-2.0
// The shipped rules, cut down to what these tests say: training all of them under a sanitizer takes
// minutes on a busy machine.
#pragma once
#include <filesystem>

namespace test {

/// Writes them into `folder`.
void write_small_rules(const std::filesystem::path& folder);

}  // namespace test

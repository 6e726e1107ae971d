// SPDX-License-Identifier: Apache-2.0
// The two figures that belong beside each other: how the authors' own examples do when they are
// held aside, which flatters, and how messages do that others wrote (cases/*.tsv).
#pragma once
#include "intent/estimate.hpp"
#include "intent/rules.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace frontdesk::cli {

/// The case files of a rules folder, sorted by name; empty if there are none.
std::vector<std::filesystem::path> case_files(const std::filesystem::path& folder);

/// Messages of case files, read by the rules as visitors' messages are.
struct aside {
  intent::share right;         ///< messages with one topic or several: exactly these are acted on
  intent::share turned_away;   ///< of the same: taken as not covered
  intent::share none_refused;  ///< messages without topic that got no answer
};
/// Adds up all case files of the folder. Files that cannot be read count as empty.
aside of_cases(const intent::rules& by, const std::filesystem::path& folder);

/// Sentences on standard output.
void print_own_examples(const intent::estimate& own);
void print_held_aside(const aside& of);
/// Why the first of the two is the higher one.
extern const char* const flattery;

}  // namespace frontdesk::cli

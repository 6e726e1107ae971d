// SPDX-License-Identifier: Apache-2.0
// `frontdesk rules ...`: the verbs for those who write the rules, one file a verb.
#pragma once
#include "intent/loading.hpp"
#include "intent/rules.hpp"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace frontdesk::cli {

void add_rules_check(CLI::App& rules, int& exit);
void add_rules_test(CLI::App& rules, int& exit);
void add_rules_match(CLI::App& rules, int& exit);
void add_rules_explain(CLI::App& rules, int& exit);
void add_rules_import(CLI::App& rules, int& exit);
void add_rules_export(CLI::App& rules, int& exit);

/// Reads and parses a folder; nothing (and a sentence on stderr) if it cannot be read.
std::optional<intent::loaded> load(const std::filesystem::path& folder);
/// Compiles and trains, with a line on stderr before and after: it may take seconds.
intent::rules_ptr train(intent::model what);
/// A folder ready for use; nothing when it cannot be read or has errors (told on stderr; `exit` is
/// set).
intent::rules_ptr load_and_train(const std::filesystem::path& folder, int& exit);

/// Today in UTC: reviews are dated by days, a time zone matters little here.
std::chrono::year_month_day today();

}  // namespace frontdesk::cli

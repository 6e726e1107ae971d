// SPDX-License-Identifier: Apache-2.0
// Labelled messages in the formats of others.
#pragma once
#include "intent/model.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace frontdesk::cli {

/// Label and message, in the order of the file.
using labelled_lines = std::vector<std::pair<std::string, std::string>>;

// Each reads one format; nothing if the file cannot be opened. Lines that do not fit are skipped.

/// label, tab, text; empty lines and lines that begin with # are skipped.
std::optional<labelled_lines> read_tsv(const std::filesystem::path& file);
/// Rasa's nlu.yml (3.x) or nlu.md (1.x); entity marks are taken away.
std::optional<labelled_lines> read_rasa(const std::filesystem::path& file);
/// Dialogflow ES: an exported folder, or one `<intent>_usersays_<language>.json`.
std::optional<labelled_lines> read_dialogflow(const std::filesystem::path& from);

/// A model with a topic for each label, in order of appearance. Labels stay as they are, except
/// that blanks become "_". "none", "oos", "out_of_scope" and HINT3's "NO_NODES_DETECTED" are
/// messages without topic.
intent::model model_of(const labelled_lines& from, intent::language in);
bool means_none(const std::string& label);
/// A text with its line ends and tabs as blanks.
std::string one_line(std::string text);

}  // namespace frontdesk::cli

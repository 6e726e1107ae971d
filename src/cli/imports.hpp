// SPDX-License-Identifier: Apache-2.0
// Labelled messages in the formats of others.
#pragma once
#include "intent/model.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace frontdesk::cli {

/// Label and message, in the order of the file.
using labelled_lines = std::vector<std::pair<std::string, std::string>>;

/// label, tab, text; nothing if the file cannot be opened. Empty lines and lines that begin with #
/// are left out; `skipped`, if given, gets a sentence for each other line that does not fit.
std::optional<labelled_lines> read_tsv(
    const std::filesystem::path& file, std::vector<std::string>* skipped = nullptr
);

/// What an import found.
struct imported {
  intent::by_language<labelled_lines> said;
  std::map<std::string, intent::localized> answers;  ///< by label, where the format has them
  std::vector<std::string> faults;  ///< why nothing may be made of it: `file:line:column: sentence`
  std::vector<std::string> skipped;  ///< what was left out, in the same form
};
// Each reads one format; nothing if the file or folder cannot be opened.

std::optional<imported> import_tsv(const std::filesystem::path& file, intent::language in);
/// Rasa: nlu.yml (2.x, 3.x) or nlu.md (1.x), or a folder of them. Entity marks are taken away;
/// stories, rules, lookups, synonyms and regular expressions are left out. Faulty YAML, YAML with
/// aliases, what is not UTF-8 and files above 2 MB are faults.
std::optional<imported> import_rasa(const std::filesystem::path& from, intent::language in);
/// Dialogflow ES: an unpacked export (agent.json, intents/), its intents/ folder, or one
/// `<intent>_usersays_<language>.json`. What a fallback intent was trained with gets no topic.
std::optional<imported> import_dialogflow(const std::filesystem::path& from);

/// A model with a topic for each label, in order of appearance, named by `id_of`.
intent::model model_of(const imported& from);
/// A label as a topic's id: blanks and what an id may not have become "_".
std::string id_of(std::string label);
/// "none", "oos", "out_of_scope" and HINT3's "NO_NODES_DETECTED": messages without topic.
bool means_none(const std::string& label);
/// The whole file, or nothing.
std::optional<std::string> slurp(const std::filesystem::path& file);
/// A text with its line ends and tabs as blanks.
std::string one_line(std::string text);

}  // namespace frontdesk::cli

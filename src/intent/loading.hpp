// SPDX-License-Identifier: Apache-2.0
// Reading and writing a rules folder. Every fault comes with file, line, column and a sentence.
#pragma once
#include "base/error.hpp"
#include "intent/model.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::intent {

enum class severity : unsigned char { error, warning, note };
struct finding {
  intent::severity severity = severity::error;
  place at;
  std::string topic;      ///< the topic it is about, if any
  std::string sentence;   ///< what is wrong and what to do, for somebody who is no programmer
  std::string witness;    ///< a message that shows it going wrong, where there is one
  std::string kind = {};  ///< findings of one kind may come in floods and are then cut short
  double weight = 0;      ///< the worse of its kind, the higher
};
/// `file:line:column: severity: sentence`
std::string to_text(const finding& f);

/// A rules folder as read: the model as far as it could be read, and what is wrong with it.
struct loaded {
  intent::model model;
  std::vector<finding> findings;  ///< syntax and shape only; check.hpp has the rest
  bool usable() const;            ///< no finding of severity error
};
/// File name (relative, with '/') -> content.
using file_set = std::map<std::string, std::string>;

/// Reads all rules files of a folder (not cases/ and schema/), at most 16 MiB each.
/// errc::not_found: no folder; errc::input_output.
result<file_set> read_files(const std::filesystem::path& folder);
/// Parses them. Never fails: what is wrong is in the findings.
loaded parse(const file_set& files);
/// The model as files: one indented JSON each, keys in the order of intents/README.md; a topic goes
/// to the file it came from (`topic::at.file`), a new one to `<group>.json`.
file_set to_files(const model& m);
/// Replaces the changed files of a folder, each atomically (write beside, fsync, rename, fsync
/// folder).
result<void> write_files(const std::filesystem::path& folder, const file_set& files);

}  // namespace frontdesk::intent

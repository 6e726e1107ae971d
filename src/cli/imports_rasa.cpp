// SPDX-License-Identifier: Apache-2.0
// Rasa's training data. Of YAML only what these files use is read, line by line: keys, lists and
// blocks of text; so a file that bends the form loses lines, never the whole import.
#include "base/utf8.hpp"
#include "cli/imports.hpp"

#include <algorithm>
#include <sstream>

namespace frontdesk::cli {
namespace {

namespace fs = std::filesystem;
using namespace intent;

std::string trimmed(const std::string& s) {
  const auto begin = s.find_first_not_of(" \t\r\"'");
  if (begin == s.npos) return {};
  return s.substr(begin, s.find_last_not_of(" \t\r\"'") - begin + 1);
}

// "[Monday](day)", "[Monday]{"entity": "day"}" -> "Monday"
std::string without_entities(const std::string& s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const auto close = s[i] == '[' ? s.find(']', i) : s.npos;
    const char next = close != s.npos && close + 1 < s.size() ? s[close + 1] : '\0';
    const auto end = next == '(' || next == '{' ? s.find(next == '(' ? ')' : '}', close) : s.npos;
    if (end == s.npos) {
      out += s[i];
    } else {
      out += s.substr(i + 1, close - i - 1);
      i = end;
    }
  }
  return out;
}

bool begins(const std::string& line, const std::string& with) {
  return line.compare(0, with.size(), with) == 0;
}

// One file, line after line.
class reader {
 public:
  reader(const fs::path& file, labelled_lines& to, std::vector<std::string>& skipped)
      : file_(file), markdown_(file.extension() == ".md"), to_(to), skipped_(skipped) {}

  void read(const std::string& text) {
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
      ++number_;
      if (!utf8::valid(line)) {
        skipped_.push_back(
            file_.string() + ':' + std::to_string(number_) + ": The line is not UTF-8 text."
        );
        continue;
      }
      const auto begin = line.find_first_not_of(" \t\r");
      if (begin == line.npos) continue;
      indent_ = begin;
      const auto rest = line.substr(begin);
      markdown_ ? read_markdown(rest) : read_yaml(rest);
    }
  }

 private:
  void example(const std::string& text) {
    const auto said = trimmed(without_entities(text));
    if (!label_.empty() && !said.empty()) to_.emplace_back(label_, said);
  }

  void read_markdown(const std::string& line) {
    const std::string mark = "## intent:";
    if (line.front() == '#') {
      label_ = begins(line, mark) ? trimmed(line.substr(mark.size())) : std::string();
    } else if (begins(line, "- ") || begins(line, "* ") || begins(line, "+ ")) {
      example(line.substr(2));
    }
  }

  // Only what stands under "nlu:" teaches; stories name intents in the same form.
  void read_yaml(const std::string& line) {
    if (line.front() == '#') return;
    if (indent_ == 0 && line.front() != '-') {
      in_nlu_ = begins(line, "nlu:");
      label_.clear();
      return;
    }
    if (!in_nlu_) return;
    if (text_below_ && indent_ > text_indent_ && !begins(line, "- ")) return example(line);
    text_below_ = false;
    if (begins(line, "- intent:") || begins(line, "intent:")) {
      label_ = trimmed(line.substr(line.find(':') + 1));
    } else if (begins(line, "- lookup:") || begins(line, "- synonym:") || begins(line, "- regex:")) {
      label_.clear();
    } else if (begins(line, "- text:")) {
      read_text(line.substr(7));
    } else if (begins(line, "- ")) {
      example(line.substr(2));
    }
  }

  // `- text: hello`, or `- text: |` with the text on the next line.
  void read_text(const std::string& after) {
    const auto said = trimmed(after);
    text_below_ = said == "|" || said == ">" || said == "|-" || said == ">-";
    text_indent_ = indent_ + 2;  // where "text" stands; its lines are deeper
    if (!text_below_) example(after);
  }

  fs::path file_;
  bool markdown_;
  labelled_lines& to_;
  std::vector<std::string>& skipped_;
  std::string label_;
  std::size_t number_ = 0, indent_ = 0, text_indent_ = 0;
  bool in_nlu_ = false, text_below_ = false;
};

std::vector<fs::path> files_of(const fs::path& from) {
  std::error_code ec;
  if (!fs::is_directory(from, ec)) return {from};
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(from, ec)) {
    const auto kind = entry.path().extension();
    if (kind == ".yml" || kind == ".yaml" || kind == ".md") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());  // the order of a folder is not the same everywhere
  return out;
}

}  // namespace

std::optional<imported> import_rasa(const fs::path& from, language in) {
  imported out;
  for (const auto& file : files_of(from)) {
    const auto text = slurp(file);
    if (!text) return std::nullopt;
    reader(file, out.said[in], out.skipped).read(*text);
  }
  return out;
}

}  // namespace frontdesk::cli

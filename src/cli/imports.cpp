// SPDX-License-Identifier: Apache-2.0
#include "cli/imports.hpp"

#include "base/utf8.hpp"
#include "intent/json_text.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

namespace frontdesk::cli {
namespace {

namespace fs = std::filesystem;
using namespace intent;

std::optional<std::string> slurp(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

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

// The label of a line that begins the examples of an intent; nothing: another kind of line.
std::optional<std::string> rasa_label(const std::string& line) {
  for (const std::string mark : {"- intent:", "## intent:"}) {
    const auto at = line.find(mark);
    if (at != line.npos && line.find_first_not_of(" \t") == at) {
      return trimmed(line.substr(at + mark.size()));
    }
  }
  return std::nullopt;
}

std::string label_of(const fs::path& file) {
  const auto name = file.filename().string();
  return name.substr(0, name.find("_usersays_"));
}

void read_usersays(const fs::path& file, labelled_lines& to) {
  const auto text = slurp(file);
  if (!text) return;
  const auto tree = json_text::parse(*text).root;
  for (const auto& said : tree.members) {
    const auto* data = said.value.find("data");
    if (!data) continue;
    std::string whole;
    for (const auto& part : data->members) {
      if (const auto* words = part.value.find("text")) whole += words->text;
    }
    to.emplace_back(label_of(file), whole);
  }
}

}  // namespace

bool means_none(const std::string& label) {
  return label == "none" || label == "oos" || label == "out_of_scope" ||
         label == "NO_NODES_DETECTED";
}

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' '
  );
  return text;
}

std::optional<labelled_lines> read_tsv(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  labelled_lines out;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const auto tab = line.find('\t');
    if (line.empty() || line.front() == '#' || tab == line.npos || !utf8::valid(line)) continue;
    out.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return out;
}

std::optional<labelled_lines> read_rasa(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  labelled_lines out;
  std::string label;
  for (std::string line; std::getline(in, line);) {
    if (!utf8::valid(line)) continue;
    if (const auto l = rasa_label(line)) {
      label = *l;
      continue;
    }
    const auto dash = line.find_first_not_of(" \t");
    if (dash == line.npos || label.empty()) continue;
    if (line[dash] == '#' || line.compare(dash, 10, "- synonym:") == 0 ||
        line.compare(dash, 9, "- lookup:") == 0 || line.compare(dash, 8, "- regex:") == 0) {
      label.clear();
    } else if (line.compare(dash, 2, "- ") == 0) {
      out.emplace_back(label, trimmed(without_entities(line.substr(dash + 2))));
    }
  }
  return out;
}

std::optional<labelled_lines> read_dialogflow(const fs::path& from) {
  std::error_code ec;
  labelled_lines out;
  if (fs::is_regular_file(from, ec)) {
    read_usersays(from, out);
    return out;
  }
  const auto folder = fs::is_directory(from / "intents", ec) ? from / "intents" : from;
  if (!fs::is_directory(folder, ec)) return std::nullopt;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, ec)) {
    if (entry.path().filename().string().find("_usersays_") != std::string::npos) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());  // the order of a folder is not the same everywhere
  for (const auto& f : files) read_usersays(f, out);
  return out;
}

model model_of(const labelled_lines& from, language in) {
  model m;
  m.settings.languages = {in};
  std::map<std::string, std::size_t> at;
  for (const auto& [label, text] : from) {
    if (text.empty()) continue;
    if (means_none(label)) {
      m.none[in].push_back(text);
      continue;
    }
    auto id = label;
    std::replace(id.begin(), id.end(), ' ', '_');
    const auto [it, fresh] = at.emplace(id, m.topics.size());
    if (fresh) {
      topic t;
      t.id = id;
      t.title[in] = label;
      m.topics.push_back(std::move(t));
    }
    m.topics[it->second].examples[in].push_back(text);
  }
  return m;
}

}  // namespace frontdesk::cli

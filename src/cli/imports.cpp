// SPDX-License-Identifier: Apache-2.0
#include "cli/imports.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace frontdesk::cli {

namespace fs = std::filesystem;
using namespace intent;

namespace {

constexpr std::size_t id_bytes_max = 100;

// Finds or makes the topic of a label.
class topics_by_label {
 public:
  explicit topics_by_label(model& m) : m_(m) {}
  topic& of(const std::string& label) {
    const auto [it, fresh] = at_.emplace(id_of(label), m_.topics.size());
    if (fresh) {
      m_.topics.emplace_back().id = it->first;
      for (const auto in : m_.settings.languages) m_.topics.back().title[in] = label;
    }
    return m_.topics[it->second];
  }

 private:
  model& m_;
  std::map<std::string, std::size_t> at_;
};

}  // namespace

std::optional<std::string> slurp(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::error_code ec;
  if (!in || fs::is_directory(file, ec)) return std::nullopt;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

bool means_none(const std::string& label) {
  return label == "none" || label == "oos" || label == "out_of_scope" ||
         label == "NO_NODES_DETECTED";
}

std::string id_of(std::string label) {
  const auto wrong = [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '{' || c == '}' || c == '\\';
  };
  std::replace_if(label.begin(), label.end(), wrong, '_');
  if (label.size() > id_bytes_max) label.resize(id_bytes_max);
  return label;
}

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' '
  );
  return text;
}

std::optional<labelled_lines> read_tsv(const fs::path& file, std::vector<std::string>* skipped) {
  const auto text = slurp(file);
  if (!text) return std::nullopt;
  std::istringstream in(*text);
  labelled_lines out;
  std::size_t number = 0;
  const auto skip = [&](const char* why) {
    if (skipped) skipped->push_back(file.string() + ':' + std::to_string(number) + ": " + why);
  };
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const auto tab = line.find('\t');
    if (line.empty() || line.front() == '#') continue;
    if (!utf8::valid(line)) {
      skip("The line is not UTF-8 text.");
    } else if (tab == line.npos || tab == 0) {
      skip("A line is a label, a tab and a text.");
    } else {
      out.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
  }
  return out;
}

std::optional<imported> import_tsv(const fs::path& file, language in) {
  imported out;
  auto read = read_tsv(file, &out.skipped);
  if (!read) return std::nullopt;
  out.said[in] = std::move(*read);
  return out;
}

model model_of(const imported& from) {
  model m;
  m.settings.languages.clear();
  for (const auto in : {language::en, language::es}) {
    if (!from.said[in].empty()) m.settings.languages.push_back(in);
  }
  topics_by_label topics(m);
  for (const auto in : m.settings.languages) {
    for (const auto& [label, text] : from.said[in]) {
      if (text.empty()) continue;
      auto& to = means_none(label) ? m.none : topics.of(label).examples;
      to[in].push_back(text);
    }
  }
  for (const auto& [label, texts] : from.answers) {
    for (const auto in : m.settings.languages) {
      if (!texts[in].empty()) topics.of(label).answers[in].emplace_back().text = texts[in];
    }
  }
  return m;
}

}  // namespace frontdesk::cli

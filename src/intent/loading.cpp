// SPDX-License-Identifier: Apache-2.0
#include "intent/loading.hpp"

#include "base/utf8.hpp"
#include "intent/sections.hpp"

#include <algorithm>
#include <set>

namespace frontdesk::intent {
namespace {

constexpr std::size_t file_bytes_max = 16U * 1024 * 1024;

// What the sections that most clinics hold in a file of their own are called.
void read_file(shape& s, const std::string& name, const json_text::node& root, model& to) {
  using namespace sections;
  const auto one = [&](const char* what, const char* key, const shape::read_into& read) {
    s.object(root, what, {{key, read, true}});
  };
  if (name == "settings.json") {
    read_settings(s, root, to.settings);
  } else if (name == "facts.json") {
    one("the facts file", "facts", [&](const auto& n) { read_facts(s, n, to); });
  } else if (name == "synonyms.json") {
    read_synonyms(s, root, to);
  } else if (name == "phrases.json") {
    one("the phrases file", "phrases", [&](const auto& n) { read_phrases(s, n, to.phrases); });
  } else if (name == "none.json") {
    one("the file of messages without topic", "none", [&](const auto& n) { read_none(s, n, to); });
  } else if (name == "safety.json") {
    sections::read_safety(s, root, to.safety);
  } else {
    one("a topics file", "intents", [&](const auto& n) { read_topics(s, n, to.topics); });
  }
}

// Facts, phrases and messages without topic may stand in their files with or without the name of
// the section around them.
json_text::node wrapped(const std::string& name, json_text::node root) {
  const auto key = name == "facts.json"     ? "facts"
                   : name == "phrases.json" ? "phrases"
                   : name == "none.json"    ? "none"
                                            : nullptr;
  if (!key || root.type != json_text::type::object || root.find(key)) return root;
  json_text::node outer;
  outer.type = json_text::type::object;
  outer.offset = root.offset;
  outer.members.push_back({key, root.offset, std::move(root)});
  return outer;
}

void read_text(const std::string& name, std::string_view text, loaded& to) {
  shape s(name, text, to.findings);
  if (text.size() > file_bytes_max) return s.fault_at(0, "The file is larger than 16 MiB.");
  if (!utf8::valid(text)) return s.fault_at(0, "The file is not UTF-8 text; save it as UTF-8.");
  auto read = json_text::parse(text);
  if (!read.fault.empty()) return s.fault_at(read.fault_offset, read.fault);
  read_file(s, name, wrapped(name, std::move(read.root)), to.model);
}

void find_twins(loaded& l) {
  std::map<std::string, const topic*> first;
  for (const auto& t : l.model.topics) {
    const auto [it, fresh] = first.emplace(t.id, &t);
    if (fresh) continue;
    const auto& other = it->second->at;
    l.findings.push_back(
        {severity::error,
         t.at,
         t.id,
         "The topic \"" + t.id + "\" stands in " + other.file + " line " +
             std::to_string(other.line) + " already; give one of them another id.",
         {}}
    );
  }
}

const char* word_for(severity s) {
  return s == severity::error ? "error" : s == severity::warning ? "warning" : "note";
}

}  // namespace

std::string to_text(const finding& f) {
  std::string out = f.at.file;
  if (f.at.line > 0) {
    out += ':' + std::to_string(f.at.line) + ':' + std::to_string(f.at.column);
  }
  if (!out.empty()) out += ": ";
  out += std::string(word_for(f.severity)) + ": " + f.sentence;
  return f.witness.empty() ? out : out + " For example: \"" + f.witness + "\"";
}

bool loaded::usable() const {
  return std::none_of(findings.begin(), findings.end(), [](const finding& f) {
    return f.severity == severity::error;
  });
}

loaded parse(const file_set& files) {
  loaded out;
  for (const auto& [name, text] : files) read_text(name, text, out);
  find_twins(out);
  return out;
}

}  // namespace frontdesk::intent

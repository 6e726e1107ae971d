// SPDX-License-Identifier: Apache-2.0
#include "wire/rules_document.hpp"

#include "wire/rest_rules.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace frontdesk::wire {
namespace {

constexpr const char* sections[] = {"settings", "facts", "synonyms", "phrases", "none", "safety"};

json::value parsed(std::string_view text) {
  json::error_code ec;
  auto value = json::parse({text.data(), text.size()}, ec);
  return ec ? json::value{} : value;
}

// A section's file may hold it with or without its name around it (intents/README.md).
json::object section(const intent::file_set& files, const std::string& name) {
  const auto file = files.find(name + ".json");
  if (file == files.end()) return {};
  auto value = parsed(file->second);
  if (!value.is_object()) return {};
  auto& object = value.get_object();
  if (auto* inner = object.if_contains(name); inner != nullptr && inner->is_object()) {
    return std::move(inner->get_object());
  }
  return std::move(object);
}

bool is_section(const std::string& file) {
  for (const auto* name : sections) {
    if (file == std::string{name} + ".json") return true;
  }
  return false;
}

void append_topics(const std::string& text, json::array& to) {
  auto value = parsed(text);
  if (!value.is_object()) return;
  auto* topics = value.get_object().if_contains("intents");
  if (topics == nullptr || !topics->is_array()) return;
  for (auto& t : topics->get_array()) to.push_back(std::move(t));
}

// Each side by key; "" holds nothing.
using by_key = std::map<std::string, json::value>;

by_key fields_of(const json::value* v) {
  by_key all;
  if (v == nullptr || !v->is_object()) return all;
  for (const auto& [key, value] : v->get_object()) all[std::string{key}] = value;
  return all;
}

by_key topics_of(const json::object& document) {
  by_key all;
  const auto* topics = document.if_contains("intents");
  if (topics == nullptr || !topics->is_array()) return all;
  for (const auto& t : topics->get_array()) {
    const auto* o = t.if_object();
    const auto* id = o == nullptr ? nullptr : o->if_contains("id");
    if (id != nullptr && id->is_string()) all[std::string{id->get_string()}] = t;
  }
  return all;
}

bool is_nothing(const json::value& v) {
  return v.is_null() || (v.is_string() && v.get_string().empty()) ||
         (v.is_array() && v.get_array().empty()) || (v.is_object() && v.get_object().empty());
}

// What is there on one side only may say nothing: a language that is used but has no text yet.
bool same(const json::value& was, const json::value& is) {
  if (is_nothing(was) && is_nothing(is)) return true;
  if (was.is_array() && is.is_array()) {
    const auto &a = was.get_array(), &b = is.get_array();
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
  }
  if (!was.is_object() || !is.is_object()) return was == is;
  static const json::value nothing;
  const auto says = [](const json::object& o, const json::object& other) {
    return std::all_of(o.begin(), o.end(), [&other](const auto& member) {
      const auto* found = other.if_contains(member.key());
      return same(member.value(), found == nullptr ? nothing : *found);
    });
  };
  return says(was.get_object(), is.get_object()) && says(is.get_object(), was.get_object());
}

template <class Take>
void differences(const by_key& before, const by_key& after, Take take) {
  static const json::value nothing;
  std::set<std::string> keys;
  for (const auto& entry : before) keys.insert(entry.first);
  for (const auto& entry : after) keys.insert(entry.first);
  for (const auto& key : keys) {
    const auto b = before.find(key), a = after.find(key);
    const auto& was = b == before.end() ? nothing : b->second;
    const auto& is = a == after.end() ? nothing : a->second;
    if (!same(was, is)) take(key, was, is);
  }
}

std::string counted(std::size_t n, const char* what) {
  return std::to_string(n) + (n == 1 ? " topic " : " topics ") + what;
}

}  // namespace

json::object rules_document(const intent::file_set& files) {
  json::object document;
  for (const auto* name : sections) document[name] = section(files, name);
  json::array topics;
  for (const auto& [name, text] : files) {
    if (!is_section(name)) append_topics(text, topics);
  }
  document["intents"] = std::move(topics);
  return document;
}

std::string encode_rules(
    const intent::file_set& files, long revision, const std::vector<intent::finding>& refused
) {
  auto document = rules_document(files);
  document["revision"] = revision;
  if (!refused.empty()) {
    document["refused"] = std::move(parsed(encode_findings(refused)).at("findings"));
  }
  return json::serialize(document);
}

std::vector<rules_change> changes_between(
    const intent::file_set& before_files, const intent::file_set& after_files
) {
  const auto was_read = intent::parse(before_files), is_read = intent::parse(after_files);
  const bool readable = was_read.usable() && is_read.usable();
  // Written anew by one hand, the same rules look the same.
  const auto document = [readable](const intent::file_set& files, const intent::model& read) {
    return rules_document(readable ? intent::to_files(read) : files);
  };
  const auto before = document(before_files, was_read.model);
  const auto after = document(after_files, is_read.model);
  std::vector<rules_change> all;
  const auto add = [&all](std::string path, const json::value& was, const json::value& is) {
    all.push_back({std::move(path), was, is});
  };
  differences(
      topics_of(before),
      topics_of(after),
      [&](const auto& id, const auto& b, const auto& a) {
        if (b.is_null() || a.is_null()) return add("intents/" + id, b, a);
        differences(
            fields_of(&b),
            fields_of(&a),
            [&](const auto& key, const auto& was, const auto& is) {
              add("intents/" + id + '/' + key, was, is);
            }
        );
      }
  );
  for (const auto* name : sections) {
    const auto b = fields_of(before.if_contains(name)), a = fields_of(after.if_contains(name));
    differences(b, a, [&](const auto& key, const auto& was, const auto& is) {
      add(std::string{name} + '/' + key, was, is);
    });
  }
  return all;
}

std::string summary_of(const std::vector<rules_change>& changes) {
  std::set<std::string> changed, added, removed;
  std::map<std::string, std::string> others;
  for (const auto& c : changes) {
    const auto slash = c.path.find('/');
    const auto part = c.path.substr(0, slash);
    const auto key = c.path.substr(slash + 1);
    if (part != "intents") {
      auto& line = others[part];
      line += (line.empty() ? "" : ", ") + key;
    } else if (key.find('/') != key.npos) {
      changed.insert(key.substr(0, key.find('/')));
    } else {
      (c.before.is_null() ? added : removed).insert(key);
    }
  }
  std::string text;
  const auto add = [&text](const std::string& what) { text += (text.empty() ? "" : "; ") + what; };
  if (!changed.empty()) add(counted(changed.size(), "changed"));
  if (!added.empty()) add(counted(added.size(), "new"));
  if (!removed.empty()) add(counted(removed.size(), "removed"));
  for (const auto& [part, keys] : others) add(part + ": " + keys);
  return text.empty() ? "no difference" : text;
}

std::string to_stored(const intent::file_set& files) {
  json::object all;
  for (const auto& [name, text] : files) all[name] = text;
  return json::serialize(all);
}

result<intent::file_set> files_from_stored(std::string_view stored) {
  const auto value = parsed(stored);
  if (!value.is_object()) return make_error_code(errc::damaged);
  intent::file_set files;
  for (const auto& [name, text] : value.get_object()) {
    if (!text.is_string()) return make_error_code(errc::damaged);
    files[std::string{name}] = std::string{text.get_string()};
  }
  return files;
}

}  // namespace frontdesk::wire

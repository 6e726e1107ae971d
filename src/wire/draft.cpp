// SPDX-License-Identifier: Apache-2.0
#include "wire/draft.hpp"

#include "base/utf8.hpp"
#include "intent/json_writer.hpp"
#include "wire/rules_document.hpp"
#include "wire/words.hpp"

#include <algorithm>

namespace frontdesk::wire {
namespace {

constexpr std::size_t depth_max = 24;
constexpr std::size_t text_bytes_max = 64 * 1024;
// The parts of a draft that are merged key by key into the file of their name.
constexpr const char* merged_sections[] = {
    "settings", "facts", "synonyms", "phrases", "none", "safety"};
constexpr const char* topics_file = "draft.json";

// Indented as the files are, so that a finding's line means something.
void write(intent::json_writer& to, const json::value& v) {
  switch (v.kind()) {
    case json::kind::object:
      return to.object([&] {
        for (const auto& [key, value] : v.get_object()) {
          to.key({key.data(), key.size()});
          write(to, value);
        }
      });
    case json::kind::array:
      return to.array([&] {
        for (const auto& value : v.get_array()) write(to, value);
      });
    case json::kind::string:
      return to.string({v.get_string().data(), v.get_string().size()});
    case json::kind::bool_:
      return to.boolean(v.get_bool());
    case json::kind::null:
      return to.null();
    default:
      return to.number(v.to_number<double>());
  }
}

std::string indented(const json::value& v) {
  intent::json_writer to;
  write(to, v);
  return to.text();
}

// The files that the draft touches, as they would be, and its topics in a file of their own.
intent::file_set files_of(const draft& what, const json::object& now) {
  intent::file_set files;
  for (const auto* name : merged_sections) {
    const auto* part = what.parts.if_contains(name);
    if (part == nullptr) continue;
    json::value merged = *part;  // not an object: the reader of the rules says what is wrong
    const auto* before = now.if_contains(name);
    if (part->is_object() && before != nullptr && before->is_object()) {
      merged = *before;
      for (const auto& [key, value] : part->get_object()) merged.get_object()[key] = value;
    }
    files[std::string{name} + ".json"] = indented(merged);
  }
  if (const auto* topics = what.parts.if_contains("intents")) {
    json::object file;
    file["intents"] = *topics;
    files[topics_file] = indented(file);
  }
  return files;
}

void put_topic(intent::model& to, intent::topic t) {
  const auto same = std::find_if(to.topics.begin(), to.topics.end(), [&t](const auto& other) {
    return other.id == t.id;
  });
  t.at = {};  // a new one goes to the file of its group
  if (same == to.topics.end()) {
    to.topics.push_back(std::move(t));
  } else {
    t.at = same->at;
    *same = std::move(t);
  }
}

void remove_topics(intent::model& to, const json::value* removed) {
  if (removed == nullptr || !removed->is_array()) return;
  for (const auto& id : removed->get_array()) {
    if (!id.is_string()) continue;
    const std::string_view gone{id.get_string().data(), id.get_string().size()};
    std::erase_if(to.topics, [gone](const auto& t) { return t.id == gone; });
  }
}

std::string note_of(object_reader& from, std::size_t code_points_max) {
  auto note = from.text("note", text_bytes_max);
  if (utf8::length(note) > code_points_max) from.blame("note", "is too long", errc::too_long);
  return note;
}

wire::draft draft_of(object_reader& from) {
  const auto* object = from.optional_object("draft");
  if (object == nullptr) from.blame("draft", "is missing");
  return {object == nullptr ? json::object{} : *object};
}

const fault no_object{errc::bad_request, "The body is not a JSON object.", {}};

}  // namespace

intent::loaded apply(const draft& what, const intent::model& to) {
  auto now = rules_document(intent::to_files(to));
  const auto files = files_of(what, now);
  auto read = intent::parse(files);
  if (!read.usable()) return read;
  auto merged = to;
  auto& given = read.model;
  if (files.count("settings.json") > 0) merged.settings = given.settings;
  if (files.count("facts.json") > 0) merged.facts = given.facts;
  if (files.count("synonyms.json") > 0) merged.synonyms = given.synonyms;
  if (files.count("phrases.json") > 0) merged.phrases = given.phrases;
  if (files.count("none.json") > 0) merged.none = given.none;
  if (files.count("safety.json") > 0) merged.safety = given.safety;
  for (auto& t : given.topics) put_topic(merged, std::move(t));
  remove_topics(merged, what.parts.if_contains("removed"));
  return intent::parse(intent::to_files(merged));  // again, for the places of what is written
}

decoded<check_body> decode_check(std::string_view body) {
  const auto object = parse_object(body, depth_max);
  if (!object) return no_object;
  object_reader from{*object};
  check_body read{draft_of(from)};
  if (!from.good()) return *from.why();
  return read;
}

decoded<try_body> decode_try(std::string_view body, std::size_t text_code_points_max) {
  const auto object = parse_object(body, depth_max);
  if (!object) return no_object;
  object_reader from{*object};
  try_body read;
  if (from.has("draft")) read.draft = draft_of(from);
  read.text = from.text("text", text_bytes_max);
  if (utf8::length(read.text) > text_code_points_max) {
    from.blame("text", "is too long", errc::too_long);
  }
  if (const auto tag = from.optional_text("language", 16)) read.language = language_of(*tag);
  if (!from.good()) return *from.why();
  return read;
}

decoded<publish_body> decode_publish(std::string_view body, std::size_t note_code_points_max) {
  const auto object = parse_object(body, depth_max);
  if (!object) return no_object;
  object_reader from{*object};
  publish_body read;
  read.draft = draft_of(from);
  read.note = note_of(from, note_code_points_max);
  if (!from.good()) return *from.why();
  return read;
}

decoded<rollback_body> decode_rollback(std::string_view body, std::size_t note_code_points_max) {
  const auto object = parse_object(body, depth_max);
  if (!object) return no_object;
  object_reader from{*object};
  rollback_body read;
  read.note = note_of(from, note_code_points_max);
  if (!from.good()) return *from.why();
  return read;
}

}  // namespace frontdesk::wire

// SPDX-License-Identifier: Apache-2.0
// An export of Dialogflow ES: intents/<name>.json with the answers, and beside it
// <name>_usersays_<language>.json with what people say.
#include "base/utf8.hpp"
#include "cli/imports.hpp"
#include "intent/json_text.hpp"

#include <algorithm>

namespace frontdesk::cli {
namespace {

namespace fs = std::filesystem;
using namespace intent;
using json_text::node;

const std::string usersays = "_usersays_";

std::string label_of(const fs::path& file) {
  const auto name = file.stem().string();
  return name.substr(0, name.rfind(usersays));
}

// "en" and "en-us" are English.
std::optional<language> language_of(const std::string& code) {
  for (const auto in : {language::en, language::es}) {
    if (code.compare(0, 2, language_codes[static_cast<std::size_t>(in)]) == 0) return in;
  }
  return std::nullopt;
}

// The tree of a file, or nothing and a fault.
std::optional<node> tree_of(const fs::path& file, json_text::type wanted, imported& to) {
  const auto text = slurp(file);
  if (!text) {
    to.faults.push_back(file.string() + ": The file cannot be read.");
    return std::nullopt;
  }
  const auto fault = [&](std::size_t at, const std::string& sentence) {
    const auto p = json_text::position_of(*text, at);
    to.faults.push_back(
        file.string() + ':' + std::to_string(p.line) + ':' + std::to_string(p.column) + ": " +
        sentence
    );
  };
  auto read = json_text::parse(*text);
  if (!utf8::valid(*text)) {
    fault(0, "The file is not UTF-8 text.");
  } else if (!read.fault.empty()) {
    fault(read.fault_offset, read.fault);
  } else if (read.root.type != wanted) {
    fault(0, "This is no file of a Dialogflow ES export.");
  } else {
    return std::move(read.root);
  }
  return std::nullopt;
}

void read_usersays(const fs::path& file, const std::string& label, imported& to) {
  const auto name = file.stem().string();
  const auto in = language_of(name.substr(name.rfind(usersays) + usersays.size()));
  if (!in) {
    to.skipped.push_back(file.string() + ": Its language is not one of the desk (en, es).");
    return;
  }
  const auto tree = tree_of(file, json_text::type::array, to);
  if (!tree) return;
  for (const auto& said : tree->members) {
    const auto* data = said.value.find("data");
    if (!data) continue;
    std::string whole;
    for (const auto& part : data->members) {
      if (const auto* words = part.value.find("text")) whole += words->text;
    }
    if (!whole.empty()) to.said[*in].emplace_back(label, one_line(whole));
  }
}

// A text that is sent as it is; parameters ($date) and braces mean nothing to the desk.
std::string plain_speech(const node& message) {
  const auto* speech = message.find("speech");
  if (speech && speech->type == json_text::type::array && !speech->members.empty()) {
    speech = &speech->members.front().value;
  }
  if (!speech || speech->text.find_first_of("${}") != std::string::npos) return {};
  return speech->text;
}

void read_answers(const node& intent, const std::string& label, imported& to) {
  const auto* responses = intent.find("responses");
  if (!responses) return;
  for (const auto& response : responses->members) {
    const auto* messages = response.value.find("messages");
    if (!messages) continue;
    for (const auto& m : messages->members) {
      const auto* code = m.value.find("lang");
      const auto in = language_of(code ? code->text : "en");
      const auto text = plain_speech(m.value);
      if (!in || text.empty()) continue;
      auto& answer = to.answers[label][*in];
      if (answer.empty()) answer = text;
    }
  }
}

// The label under which an intent's examples go: what a fallback was trained with has no topic.
std::string read_intent(const fs::path& usersays_file, imported& to) {
  const auto label = label_of(usersays_file);
  const auto file = usersays_file.parent_path() / (label + ".json");
  std::error_code ec;
  if (!fs::exists(file, ec)) return label;
  const auto tree = tree_of(file, json_text::type::object, to);
  if (!tree) return label;
  const auto* fallback = tree->find("fallbackIntent");
  if (fallback && fallback->truth) return "none";
  read_answers(*tree, label, to);
  return label;
}

std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code ec;
  for (const auto& entry : fs::directory_iterator(folder, ec)) {
    if (entry.path().filename().string().find(usersays) != std::string::npos) {
      out.push_back(entry.path());
    }
  }
  std::sort(out.begin(), out.end());  // the order of a folder is not the same everywhere
  return out;
}

}  // namespace

std::optional<imported> import_dialogflow(const fs::path& from) {
  std::error_code ec;
  imported out;
  const bool one = fs::is_regular_file(from, ec);
  const auto folder = fs::is_directory(from / "intents", ec) ? from / "intents" : from;
  if (!one && !fs::is_directory(folder, ec)) return std::nullopt;
  if (one && from.filename().string().find(usersays) == std::string::npos) {
    out.faults.push_back(
        from.string() + ": Name the unpacked export's folder or one <intent>_usersays_en.json."
    );
    return out;
  }
  for (const auto& file : one ? std::vector<fs::path>{from} : files_of(folder)) {
    const auto label = read_intent(file, out);
    read_usersays(file, label, out);
  }
  return out;
}

}  // namespace frontdesk::cli

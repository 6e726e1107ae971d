// SPDX-License-Identifier: Apache-2.0
// Rasa's training data: YAML, or the Markdown of Rasa 1, whose lists stand in YAML's blocks of
// text.
#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "cli/imports.hpp"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>
#include <string_view>

namespace frontdesk::cli {
namespace {

namespace fs = std::filesystem;
using namespace intent;

// 40,000 examples, in a second. The worst, "a: b, a: b ..." in brackets, takes yaml-cpp 0.7 650 MB
// (measured), about what training takes.
constexpr std::size_t file_bytes_max = 2U * 1024 * 1024;
constexpr std::size_t label_bytes_max = 100;  // an id has no more; each example gets a copy

std::string trimmed(const std::string& s) {
  const auto begin = s.find_first_not_of(" \t\r");
  if (begin == s.npos) return {};
  return s.substr(begin, s.find_last_not_of(" \t\r") - begin + 1);
}

// "[Monday](day)", "[Monday]{"entity": "day"}", "[Monday][{"entity": "day"}]" -> "Monday"
std::string without_entities(const std::string& s) {
  static constexpr std::string_view opening = "({[", closing = ")}]";
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const auto close = s[i] == '[' ? s.find(']', i) : s.npos;
    const auto kind = close < s.size() - 1 ? opening.find(s[close + 1]) : s.npos;
    const auto end = kind != s.npos ? s.find(closing[kind], close + 2) : s.npos;
    if (end == s.npos) {
      out += s[i];
    } else {
      out += s.substr(i + 1, close - i - 1);
      i = end;
    }
  }
  return out;
}

bool begins_item(const std::string& line) { return line.find_first_of("-*+") == 0; }

// Refuses what yaml-cpp takes: aliases, which make much out of little, and a stray ",", at which it
// finds one empty document after another (jbeder/yaml-cpp#1040; LoadAll of 0.7 never returns).
class gate : public YAML::EventHandler {
  using mark = YAML::Mark;
  using text = std::string;
  using anchor = YAML::anchor_t;
  using style = YAML::EmitterStyle::value;

  void OnDocumentStart(const mark& at) override {
    if (at.pos == document_) throw YAML::ParserException(at, "something does not belong here");
    document_ = at.pos;
  }
  void OnAlias(const mark& at, anchor) override {
    throw YAML::ParserException(at, "aliases are not followed");
  }
  void OnDocumentEnd() override {}
  void OnNull(const mark&, anchor) override {}
  void OnScalar(const mark&, const text&, anchor, const text&) override {}
  void OnSequenceStart(const mark&, const text&, anchor, style) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const mark&, const text&, anchor, style) override {}
  void OnMapEnd() override {}

  int document_ = -1;
};

// The value of a key, or null, which can be asked for its type and text.
YAML::Node find(const YAML::Node& map, const char* key) {
  const auto value = map[key];
  return value ? value : YAML::Node();
}

class reader {
 public:
  reader(const fs::path& file, language in, imported& to) : file_(file), in_(in), to_(to) {}

  void read(const std::string& text) {
    if (text.size() > file_bytes_max) return fault("The file has more than 2 MB; split it.");
    if (!utf8::valid(text)) {
      return each_line(text, [this](const std::string& line) {
        if (!utf8::valid(line)) fault("The line is not UTF-8 text.");
      });
    }
    file_.extension() == ".md" ? read_markdown(text) : read_yaml(text);
  }

 private:
  void read_markdown(const std::string& text) {
    each_line(text, [this, mark = std::string("## intent:")](const std::string& line) {
      if (line.find('#') == 0) {
        name(line.find(mark) == 0 ? trimmed(line.substr(mark.size())) : "");
      } else if (begins_item(line)) {
        example(line.substr(1));
      }
    });
  }

  void read_yaml(const std::string& file) {
    // yaml-cpp misses that a quotation mark is not closed if a line ends there.
    const auto text = file.substr(0, file.find_last_not_of(" \t\r\n") + 1);
    std::istringstream in(text);
    gate g;
    try {
      YAML::Parser parser(in);
      while (parser.HandleNextDocument(g)) continue;
      for (const auto& document : YAML::LoadAll(text)) read_document(document);
    } catch (const YAML::Exception& e) {
      // yaml-cpp stops at a depth of 500, with the words "bad file".
      const bool deep = dynamic_cast<const YAML::DeepRecursion*>(&e) != nullptr;
      at_ = e.mark;
      fault("The YAML cannot be read: " + (deep ? "it is nested too deeply" : e.msg) + '.');
    }
  }

  // Only what stands under "nlu" teaches; stories name intents in the same form.
  void read_document(const YAML::Node& document) {
    const auto nlu = document.IsMap() ? find(document, "nlu") : YAML::Node();
    if (nlu.IsNull()) return;
    at_ = nlu.Mark();
    if (!nlu.IsSequence()) return skip("Under nlu stands a list.");
    for (const YAML::Node& entry : nlu) read_entry(entry);
  }

  void read_entry(const YAML::Node& entry) {
    at_ = entry.Mark();
    if (!entry.IsMap()) return skip("An entry of nlu is an intent with its examples.");
    for (const auto other : {"synonym", "lookup", "regex"}) {
      if (!find(entry, other).IsNull()) return;
    }
    name(find(entry, "intent").Scalar());
    if (label_.empty()) return skip("The entry names no intent in at most 100 bytes.");
    const auto examples = find(entry, "examples");
    if (examples.IsNull()) return skip("The intent has no examples.");
    if (examples.IsScalar()) return read_block(examples);
    for (const YAML::Node& one : examples) read_example(one);
  }

  // A block of text is a list as in Markdown. `at_` follows "|", the form that Rasa prescribes.
  void read_block(const YAML::Node& block) {
    at_ = {};
    at_.line = block.Mark().line + 1;
    each_line(block.Scalar(), [this](const std::string& line) {
      if (begins_item(line)) return example(line.substr(1));
      if (!line.empty()) skip("A line of examples begins with \"-\".");
    });
  }

  void read_example(const YAML::Node& one) {
    at_ = one.Mark();
    const auto text = one.IsMap() ? find(one, "text") : one;
    if (!text.IsScalar()) return skip("The example has no text.");
    example(one_line(text.Scalar()));
  }

  void name(const std::string& label) {
    label_ = label.size() <= label_bytes_max ? label : std::string();
  }

  void example(const std::string& text) {
    if (utf8::length(text) > limits{}.text_code_points_max) {
      return skip("The example is longer than a visitor's message can be.");
    }
    const auto said = trimmed(without_entities(text));
    if (!label_.empty() && !said.empty()) to_.said[in_].emplace_back(label_, said);
  }

  // Lines without the blanks around them; `at_` goes along.
  template <class F>
  void each_line(const std::string& text, F f) {
    std::istringstream in(text);
    for (std::string line; std::getline(in, line); ++at_.line) f(trimmed(line));
  }

  std::string here(const std::string& sentence) const {
    return file_.string() + ':' + std::to_string(at_.line + 1) + ':' +
           std::to_string(at_.column + 1) + ": " + sentence;
  }
  void skip(const std::string& sentence) { to_.skipped.push_back(here(sentence)); }
  void fault(const std::string& sentence) { to_.faults.push_back(here(sentence)); }

  fs::path file_;
  language in_;
  imported& to_;
  std::string label_;
  YAML::Mark at_;  // from 0
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
    reader(file, in, out).read(*text);
  }
  return out;
}

}  // namespace frontdesk::cli

// SPDX-License-Identifier: Apache-2.0
// Examples from elsewhere as a rules folder: tab-separated lines, Rasa, Dialogflow.
#include "cli/imports.hpp"
#include "cli/rules_verbs.hpp"
#include "cli/verbs.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>

namespace frontdesk::cli {
namespace {

using namespace intent;

constexpr std::size_t sentences_max = 10;

void say(const std::vector<std::string>& sentences, const char* what) {
  for (std::size_t i = 0; i < sentences.size() && i < sentences_max; ++i) {
    std::fprintf(stderr, "%s\n", sentences[i].c_str());
  }
  if (!sentences.empty()) std::fprintf(stderr, "frontdesk: %zu %s\n", sentences.size(), what);
}

// What was read, or nothing and the exit code.
std::optional<imported> read_from(
    const std::string& format, const std::string& file, language in, int& exit
) {
  auto read = format == "tsv"    ? import_tsv(file, in)
              : format == "rasa" ? import_rasa(file, in)
                                 : import_dialogflow(file);
  exit = input_output;
  if (!read) {
    std::fprintf(stderr, "frontdesk: %s cannot be read\n", file.c_str());
    return std::nullopt;
  }
  exit = findings;
  say(read->skipped, "lines or files were left out.");
  say(read->faults, "faults: nothing was made.");
  if (!read->faults.empty()) return std::nullopt;
  if (read->said[language::en].empty() && read->said[language::es].empty()) {
    std::fprintf(
        stderr, "frontdesk: %s: no examples found; is it really %s?\n", file.c_str(), format.c_str()
    );
    return std::nullopt;
  }
  exit = good;
  return read;
}

int import(
    const std::string& format, const std::string& file, const std::string& out, language in
) {
  const auto there = read_files(out);
  if (there && !there->empty()) {
    std::fprintf(stderr, "frontdesk: %s holds rules already; name an empty folder\n", out.c_str());
    return usage;
  }
  int exit = good;
  const auto read = read_from(format, file, in, exit);
  if (!read) return exit;
  const auto m = model_of(*read);
  if (!write_files(out, to_files(m))) {
    std::fprintf(stderr, "frontdesk: %s cannot be written\n", out.c_str());
    return input_output;
  }
  std::size_t none = 0;
  for (const auto& list : m.none.each) none += list.size();
  std::printf(
      "%zu topics and %zu messages without topic are in %s.\n", m.topics.size(), none, out.c_str()
  );
  return good;
}

int export_rules(const std::string& folder, const std::string& out) {
  const auto l = load(folder);
  if (!l) return input_output;
  for (const auto& f : l->findings) std::fprintf(stderr, "%s\n", to_text(f).c_str());
  if (!l->usable()) return findings;
  if (!out.empty()) {
    return write_files(out, to_files(l->model)) ? good : input_output;
  }
  for (std::size_t in = 0; in < language_count; ++in) {
    for (const auto& t : l->model.topics) {
      for (const auto& e : t.examples.each[in])
        std::printf("%s\t%s\n", t.id.c_str(), one_line(e).c_str());
    }
    for (const auto& e : l->model.none.each[in]) std::printf("none\t%s\n", one_line(e).c_str());
  }
  return std::fflush(stdout) == 0 ? good : input_output;
}

}  // namespace

void add_rules_import(CLI::App& rules, int& exit) {
  auto* verb = rules.add_subcommand("import", "Make a rules folder out of examples from elsewhere");
  auto from = std::make_shared<std::string>("tsv"), file = std::make_shared<std::string>(),
       out = std::make_shared<std::string>(), code = std::make_shared<std::string>("en");
  verb->add_option(
          "--from",
          *from,
          "tsv (label, tab, text), rasa (nlu.yml or .md), dialogflow (folder or file)"
  )
      ->required()
      ->check(CLI::IsMember({"tsv", "rasa", "dialogflow"}));
  verb->add_option("FILE", *file, "What to read")->required();
  verb->add_option("--out", *out, "The folder to make")->required();
  verb->add_option("--language", *code, "The examples' language")
      ->check(CLI::IsMember({"en", "es"}));
  verb->callback([=, &exit] {
    exit = import(*from, *file, *out, *code == "es" ? language::es : language::en);
  });
}

void add_rules_export(CLI::App& rules, int& exit) {
  auto* verb = rules.add_subcommand(
      "export", "Write the examples as label, tab, text; with --out the rules in their plain form"
  );
  auto folder = std::make_shared<std::string>(), out = std::make_shared<std::string>();
  verb->add_option("DIR", *folder, "The rules folder")->required();
  verb->add_option("--out", *out, "Write formatted rules files into this folder");
  verb->callback([=, &exit] { exit = export_rules(*folder, *out); });
}

}  // namespace frontdesk::cli

// SPDX-License-Identifier: Apache-2.0
#include "cli/imports.hpp"
#include "cli/rules_verbs.hpp"
#include "cli/scoring.hpp"
#include "cli/verbs.hpp"
#include "intent/reading.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace frontdesk::cli {
namespace {

using namespace intent;
namespace fs = std::filesystem;

score_card measure(const rules& by, const labelled_lines& cases) {
  score_card card;
  for (const auto& [label, text] : cases) {
    const auto r = read(by, text, {});
    card.add(text, label, r);
  }
  return card;
}

std::vector<fs::path> case_files(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code ec;
  for (const auto& entry : fs::directory_iterator(folder / "cases", ec)) {
    if (entry.path().extension() == ".tsv") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

// The rules' own examples, each read by rules that were trained without it.
score_card cross_validate(const model& m, std::size_t folds) {
  score_card card;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::fprintf(stderr, "Cross-validation %zu of %zu. ", fold + 1, folds);
    auto rest = m;
    labelled_lines aside;
    std::size_t i = 0;
    const auto split = [&](const std::string& label, lines& examples) {
      lines kept;
      for (auto& e : examples) {
        if (i++ % folds == fold) {
          aside.emplace_back(label, e);
        } else {
          kept.push_back(std::move(e));
        }
      }
      examples = std::move(kept);
    };
    for (auto& t : rest.topics) {
      for (auto& e : t.examples.each) split(t.id, e);
    }
    for (auto& e : rest.none.each) split("none", e);
    const auto by = train(std::move(rest));
    for (const auto& [label, text] : aside) card.add(text, label, read(*by, text, {}));
  }
  return card;
}

int test(const std::string& folder, const std::string& file, bool no_cross, bool failures) {
  int exit = good;
  const auto by = load_and_train(folder, exit);
  if (!by) return exit;
  auto files = file.empty() ? case_files(folder) : std::vector<fs::path>{file};
  if (files.empty()) {
    std::fprintf(stderr, "frontdesk: %s/cases has no .tsv file\n", folder.c_str());
    return input_output;
  }
  for (const auto& f : files) {
    const auto cases = read_tsv(f);
    if (!cases) {
      std::fprintf(stderr, "frontdesk: %s cannot be read\n", f.c_str());
      return input_output;
    }
    const auto card = measure(*by, *cases);
    std::printf("== %s (held aside: training never saw it)\n", f.filename().c_str());
    card.print(failures);
    if (!card.all_right()) exit = findings;
  }
  if (!no_cross && file.empty()) {
    const auto card = cross_validate(by->source(), 5);
    std::printf(
        "== The rules' own examples by cross-validation (it flatters: whoever wrote the rest wrote "
        "them too)\n"
    );
    card.print_summary();
  }
  return exit;
}

}  // namespace

void add_rules_test(CLI::App& rules, int& exit) {
  auto* verb =
      rules.add_subcommand("test", "How well messages are understood that were held aside");
  auto folder = std::make_shared<std::string>(), from = std::make_shared<std::string>("tsv"),
       file = std::make_shared<std::string>();
  auto no_cross = std::make_shared<bool>(false), failures = std::make_shared<bool>(false);
  verb->add_option("DIR", *folder, "The rules folder; its cases/*.tsv are run")->required();
  verb->add_option("FILE", *file, "Run this file instead (label, tab, text)");
  verb->add_option("--from", *from, "The file's format")->check(CLI::IsMember({"tsv"}));
  verb->add_flag("--no-cross-validation", *no_cross, "Leave out the cross-validation");
  verb->add_flag("--failures", *failures, "Print each message that was not understood");
  verb->callback([=, &exit] { exit = test(*folder, *file, *no_cross, *failures); });
}

}  // namespace frontdesk::cli

// SPDX-License-Identifier: Apache-2.0
#include "cli/held_aside.hpp"
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
  for (const auto& [label, text] : cases) card.add(text, label, read(by, text, {}));
  return card;
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

// Runs the files. 0, 1 (not all right) or 3 (cannot be read).
int run_files(const rules& by, const std::vector<fs::path>& files, bool failures) {
  int exit = good;
  for (const auto& f : files) {
    const auto cases = read_tsv(f);
    if (!cases || cases->empty()) {
      std::fprintf(
          stderr,
          "frontdesk: %s %s\n",
          f.c_str(),
          cases ? "has no line with a label, a tab and a text" : "cannot be read"
      );
      return input_output;
    }
    const auto card = measure(by, *cases);
    std::printf("== %s (held aside: training never saw it)\n", f.filename().c_str());
    card.print(failures);
    if (!card.all_right()) exit = findings;
  }
  return exit;
}

void print_beside(const aside& of, const score_card& own) {
  std::printf("== Beside each other\n");
  const auto row = [](const char* who, const share& right, const share& away, const share& none) {
    std::printf("%s\n", who);
    std::printf("  answered with their topic        %s\n", to_text(right).c_str());
    std::printf("  turned away                      %s\n", to_text(away).c_str());
    if (none.whole == 0) return;
    std::printf("  without topic, left unanswered   %s\n", to_text(none).c_str());
  };
  row("messages held aside (cases)", of.right, of.turned_away, of.none_refused);
  row("the rules' own examples by cross-validation",
      own.covered_right(),
      own.turned_away(),
      own.none_refused());
  std::printf("%s\n", flattery);
}

int test(const std::string& folder, const std::string& file, bool no_cross, bool failures) {
  int exit = good;
  const auto by = load_and_train(folder, exit);
  if (!by) return exit;
  const auto files = file.empty() ? case_files(folder) : std::vector<fs::path>{file};
  if (files.empty()) {
    std::fprintf(stderr, "frontdesk: %s/cases has no .tsv file\n", folder.c_str());
    return input_output;
  }
  exit = run_files(*by, files, failures);
  if (exit == input_output || no_cross || !file.empty()) return exit;
  const auto own = cross_validate(by->source(), 5);
  std::printf("== The rules' own examples by cross-validation\n");
  own.print_summary();
  print_beside(of_cases(*by, folder), own);
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

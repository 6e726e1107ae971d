// SPDX-License-Identifier: Apache-2.0
#include "chat/phrases.hpp"
#include "cli/held_aside.hpp"
#include "cli/rules_verbs.hpp"
#include "cli/shortened.hpp"
#include "cli/verbs.hpp"
#include "intent/check.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace frontdesk::cli {
namespace {

using namespace intent;

constexpr std::size_t most_of_a_kind = 5;

void add_phrases(const model& m, std::vector<finding>& to) {
  for (const auto& f : chat::check_phrases(m)) {
    const std::string in = f.in == language::es ? "Spanish" : "English";
    to.push_back(
        {severity::warning,
         {"phrases.json", 1, 1},
         {},
         f.missing ? "The phrase \"" + f.key + "\" is missing in " + in + "."
                   : "The phrase \"" + f.key + "\" in " + in +
                         " lacks its placeholder or has one that nothing fills.",
         {}}
    );
  }
}

void add(std::vector<finding> from, std::vector<finding>& to) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

// Beside each other: what the authors' own examples promise, and what others' messages show.
void print_estimate(const estimate& held, const rules& by, const std::filesystem::path& folder) {
  if (held.folds == 0) {
    std::printf("Too few examples for an estimate of accuracy.\n");
  } else {
    print_own_examples(held);
  }
  const auto aside = of_cases(by, folder);
  if (aside.right.whole == 0) {
    std::printf("No messages are held aside in cases/*.tsv, so nothing corrects that estimate.\n");
  } else {
    print_held_aside(aside);
  }
}

void print(std::vector<finding>& found, const std::filesystem::path& folder, bool all) {
  for (auto& f : found) f.at.file = (folder / f.at.file).string();
  for (const auto& line : shortened(found, all ? found.size() : most_of_a_kind)) {
    std::printf("%s\n", line.c_str());
  }
}

int count(const std::vector<finding>& found) {
  std::size_t of[3] = {0, 0, 0};
  for (const auto& f : found) ++of[static_cast<std::size_t>(f.severity)];
  std::printf("%zu errors, %zu warnings, %zu notes.\n", of[0], of[1], of[2]);
  return of[0] + of[1] > 0 ? findings : good;
}

int check(const std::string& folder, bool quick, bool all) {
  auto l = load(folder);
  if (!l) return input_output;
  auto found = std::move(l->findings);
  add(intent::check(l->model, today()), found);
  add_phrases(l->model, found);
  const auto grave = [](const finding& f) { return f.severity == severity::error; };
  if (quick || std::any_of(found.begin(), found.end(), grave)) {
    print(found, folder, all);
    return count(found);
  }
  const auto by = train(std::move(l->model));
  std::fprintf(
      stderr, "Training again without a part of the examples, to see how they are read.\n"
  );
  const auto held = hold_aside(by->source());
  add(lint(*by, held), found);
  print(found, folder, all);
  print_estimate(held, *by, folder);
  return count(found);
}

}  // namespace

void add_rules_check(CLI::App& rules, int& exit) {
  auto* verb = rules.add_subcommand("check", "What is wrong in a rules folder, line by line");
  auto folder = std::make_shared<std::string>();
  auto quick = std::make_shared<bool>(false), all = std::make_shared<bool>(false);
  verb->add_option("DIR", *folder, "The rules folder")->required();
  verb->add_flag("--quick", *quick, "Leave out what only trained rules show");
  verb->add_flag("--all", *all, "Show every finding, not the worst five of a kind");
  verb->callback([=, &exit] { exit = check(*folder, *quick, *all); });
}

}  // namespace frontdesk::cli

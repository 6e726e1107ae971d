// SPDX-License-Identifier: Apache-2.0
#include "chat/phrases.hpp"
#include "cli/rules_verbs.hpp"
#include "cli/verbs.hpp"
#include "intent/check.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace frontdesk::cli {
namespace {

using namespace intent;

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

int check(const std::string& folder, bool quick) {
  auto l = load(folder);
  if (!l) return input_output;
  auto found = std::move(l->findings);
  add(intent::check(l->model, today()), found);
  add_phrases(l->model, found);
  const auto grave = [](const finding& f) { return f.severity == severity::error; };
  if (!quick && std::none_of(found.begin(), found.end(), grave)) {
    add(lint(*train(std::move(l->model))), found);
  }
  std::size_t count[3] = {0, 0, 0};
  for (auto& f : found) {
    ++count[static_cast<std::size_t>(f.severity)];
    f.at.file = (std::filesystem::path(folder) / f.at.file).string();
    std::printf("%s\n", to_text(f).c_str());
  }
  std::printf("%zu errors, %zu warnings, %zu notes.\n", count[0], count[1], count[2]);
  return count[0] + count[1] > 0 ? findings : good;
}

}  // namespace

void add_rules_check(CLI::App& rules, int& exit) {
  auto* verb = rules.add_subcommand("check", "What is wrong in a rules folder, line by line");
  auto folder = std::make_shared<std::string>();
  auto quick = std::make_shared<bool>(false);
  verb->add_option("DIR", *folder, "The rules folder")->required();
  verb->add_flag("--quick", *quick, "Leave out what only trained rules show");
  verb->callback([=, &exit] { exit = check(*folder, *quick); });
}

}  // namespace frontdesk::cli

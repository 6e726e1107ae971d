// SPDX-License-Identifier: Apache-2.0
#include "cli/rules_verbs.hpp"
#include "cli/verbs.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <cstdio>

namespace frontdesk::cli {

using namespace intent;

std::chrono::year_month_day today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

std::optional<loaded> load(const std::filesystem::path& folder) {
  const auto files = read_files(folder);
  if (!files) {
    std::fprintf(
        stderr,
        "frontdesk: %s: %s\n",
        folder.c_str(),
        files.error() == errc::not_found ? "there is no such folder" : "a file cannot be read"
    );
    return std::nullopt;
  }
  if (files->empty()) {
    std::fprintf(stderr, "frontdesk: %s: there are no rules files (*.json)\n", folder.c_str());
    return std::nullopt;
  }
  return parse(*files);
}

rules_ptr train(model what) {
  std::size_t examples = 0;
  for (const auto& t : what.topics) {
    for (const auto& e : t.examples.each) examples += e.size();
  }
  std::fprintf(stderr, "Training: %zu topics, %zu examples ... ", what.topics.size(), examples);
  const auto begin = std::chrono::steady_clock::now();
  auto out = rules::make(std::move(what));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::fprintf(stderr, "done in %.1f s.\n", took.count());
  return out;
}

rules_ptr load_and_train(const std::filesystem::path& folder, int& exit) {
  auto l = load(folder);
  if (!l) {
    exit = input_output;
    return nullptr;
  }
  for (const auto& f : l->findings) std::fprintf(stderr, "%s\n", to_text(f).c_str());
  if (!l->usable()) {
    exit = findings;
    return nullptr;
  }
  return train(std::move(l->model));
}

void add_rules(CLI::App& app, int& exit) {
  auto* rules = app.add_subcommand("rules", "Check, test and try the rules of a folder");
  rules->require_subcommand(1);
  add_rules_check(*rules, exit);
  add_rules_test(*rules, exit);
  add_rules_match(*rules, exit);
  add_rules_explain(*rules, exit);
  add_rules_import(*rules, exit);
  add_rules_export(*rules, exit);
}

}  // namespace frontdesk::cli

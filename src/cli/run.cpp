// SPDX-License-Identifier: Apache-2.0
#include "cli/verbs.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>

namespace frontdesk::cli {
namespace {

int parse(CLI::App& app, int argc, char** argv, const int& exit) {
  try {
    app.parse(argc, argv);
    return exit;
  } catch (const CLI::ParseError& e) {
    // Help is asked for; everything else is a wrong use, whatever number CLI11 gives it.
    return app.exit(e) == 0 ? good : usage;
  }
}

}  // namespace

int run(int argc, char** argv) {
  int exit = good;
  try {
    CLI::App app{"frontdesk: the chat front desk of a clinic's website", "frontdesk"};
    app.require_subcommand(1);
    add_serve(app, exit);
    add_rules(app, exit);
    add_user(app, exit);
    add_booking(app, exit);
    add_version(app, exit);
    return parse(app, argc, argv, exit);
  } catch (const std::exception& e) {
    std::cerr << "frontdesk: " << e.what() << '\n';
  }
  return input_output;
}

}  // namespace frontdesk::cli

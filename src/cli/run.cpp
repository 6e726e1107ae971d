// SPDX-License-Identifier: Apache-2.0
#include "cli/verbs.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>

namespace frontdesk::cli {

int run(int argc, char** argv) {
  try {
    CLI::App app("The chat front desk of a clinic's website.", "frontdesk");
    int exit = good;
    app.require_subcommand(1);
    add_rules(app, exit);
    add_booking(app, exit);
    try {
      app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
      return app.exit(e) == 0 ? good : usage;
    }
    return exit;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "frontdesk: %s\n", e.what());
    return input_output;
  }
}

}  // namespace frontdesk::cli

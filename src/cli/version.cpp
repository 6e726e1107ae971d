// SPDX-License-Identifier: Apache-2.0
// frontdesk version: this program's, and that of the libraries whose faults matter most.
#include "cli/verbs.hpp"

#include <boost/version.hpp>

#include <CLI/CLI.hpp>
#include <sodium.h>
#include <sqlite3.h>

#include <iostream>

namespace frontdesk::cli {
namespace {

void print_version() {
  std::cout << "frontdesk " << FRONTDESK_VERSION << "\nSQLite " << sqlite3_libversion()
            << ", libsodium " << sodium_version_string() << ", Boost " << BOOST_VERSION / 100000
            << '.' << BOOST_VERSION / 100 % 1000 << '\n';
}

}  // namespace

void add_version(CLI::App& app, int& exit) {
  auto* verb = app.add_subcommand("version", "Print the version");
  verb->callback([&exit] {
    print_version();
    exit = good;
  });
}

}  // namespace frontdesk::cli

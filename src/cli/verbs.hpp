// SPDX-License-Identifier: Apache-2.0
// The verbs of the command line. Exit codes: 0 good, 1 findings, 2 usage, 3 input or output.
#pragma once

namespace CLI {
class App;
}

namespace frontdesk::cli {

enum exit_code : int { good = 0, findings = 1, usage = 2, input_output = 3 };

/// Parses the arguments and runs the verb. Never throws.
int run(int argc, char** argv);

// Each adds its verb (with options and a callback that stores the exit code) to the application.
void add_serve(CLI::App& app, int& exit);
void add_rules(CLI::App& app, int& exit);
void add_user(CLI::App& app, int& exit);
void add_booking(CLI::App& app, int& exit);
void add_version(CLI::App& app, int& exit);

}  // namespace frontdesk::cli

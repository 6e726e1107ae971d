// SPDX-License-Identifier: Apache-2.0
// Picks the verb; each verb has a file of its own in cli/.
#include "cli/verbs.hpp"

int main(int argc, char** argv) { return frontdesk::cli::run(argc, argv); }

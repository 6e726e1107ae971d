// SPDX-License-Identifier: Apache-2.0
// The only test file that is compiled with a path in it, so that the others stay in the compiler
// cache of any clone.
#include "paths.hpp"

namespace test {

std::filesystem::path source_folder() { return FRONTDESK_SOURCE_DIR; }
std::filesystem::path program() { return FRONTDESK_PROGRAM; }

}  // namespace test

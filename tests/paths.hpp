// SPDX-License-Identifier: Apache-2.0
// Where the tests find the files of the project and the program that was built.
#pragma once
#include <filesystem>

namespace test {

/// The top folder of the project.
std::filesystem::path source_folder();
/// The program under test (target `frontdesk` of the same build).
std::filesystem::path program();

}  // namespace test

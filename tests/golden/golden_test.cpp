// SPDX-License-Identifier: Apache-2.0
#include "chat/phrases.hpp"
#include "golden/convo.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iostream>

namespace frontdesk::golden {
namespace {

const intent::rules_ptr& rules() {
  static const auto once = shipped_rules();
  return once;
}

std::vector<std::filesystem::path> conversations() {
  std::vector<std::filesystem::path> all;
  const auto folder = std::filesystem::path{FRONTDESK_SOURCE_DIR} / "tests/golden";
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    if (entry.path().extension() == ".convo") all.push_back(entry.path());
  }
  std::sort(all.begin(), all.end());
  return all;
}

TEST_CASE("every golden conversation goes as written", "[golden]") {
  const auto all = conversations();
  CHECK(all.size() >= 25);
  for (const auto& file : all) {
    const auto faults = play(file, rules());
    // Catch breaks long lines, and an editor jumps to unbroken ones.
    for (const auto& f : faults)
      std::cerr << "tests/golden/" << f.file << ":" << f.line << ": " << f.sentence << '\n';
    INFO(file.filename().string());
    CHECK(faults.empty());
  }
}

TEST_CASE("the shipped phrases are complete in every language", "[golden]") {
  for (const auto& f : chat::check_phrases(rules()->source())) {
    INFO(f.key);
    CHECK(false);
  }
}

}  // namespace
}  // namespace frontdesk::golden

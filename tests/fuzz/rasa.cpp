// SPDX-License-Identifier: Apache-2.0
// Any bytes as Rasa's YAML: reading ends, by itself and with text that is UTF-8.
#include "base/utf8.hpp"
#include "cli/imports.hpp"

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace frontdesk;
  const auto file = std::filesystem::temp_directory_path() /
                    ("frontdesk-fuzz-" + std::to_string(::getpid()) + ".yml");
  std::ofstream(file, std::ios::binary) << std::string(bytes, bytes + size);
  const auto read = cli::import_rasa(file, intent::language::en);
  std::filesystem::remove(file);
  if (!read) std::abort();
  for (const auto& [label, text] : read->said[intent::language::en]) {
    if (label.empty() || !utf8::valid(label) || !utf8::valid(text)) std::abort();
  }
  return 0;
}

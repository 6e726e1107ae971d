// SPDX-License-Identifier: Apache-2.0
// Any bytes as rules files: reading never fails, and what was read and written reads the same
// again.
#include "intent/loading.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace frontdesk::intent;
  static constexpr const char* names[] = {
      "settings.json",
      "facts.json",
      "synonyms.json",
      "phrases.json",
      "none.json",
      "safety.json",
      "topics.json"};
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  const auto first = parse({{names[bytes[0] % 7], text}});
  if (!first.usable()) return 0;
  const auto written = to_files(first.model);
  const auto second = parse(written);
  if (to_files(second.model) != written) std::abort();
  return 0;
}

// SPDX-License-Identifier: Apache-2.0
// Any bytes through the text pipeline: words, stems, clauses, spelling. Run by libFuzzer (clang).
#include "intent/text.hpp"

#include "intent/clauses.hpp"
#include "intent/spelling.hpp"

#include <cstdlib>

namespace {

using namespace frontdesk::intent;

const speller& known() {
  static const speller s = [] {
    speller made;
    for (const char* word : {"ketamine", "appointment", "price", "consultation", "cita", "dolor"})
      made.add(word, {{3, 3}});
    return made;
  }();
  return s;
}

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto words = tokenise(text);
  std::size_t last = 0;
  for (const token& t : words) {
    require(t.offset >= last && t.offset + t.length <= size);
    require(t.normal.size() <= normal_bytes_max);
    last = t.offset + t.length;
    const auto better = known().repair(t.normal, language::en);
    require(better.empty() || better != t.normal);
  }
  std::size_t end = 0;
  for (const clause& c : clauses_of(words)) {
    require(c.begin >= end && c.begin < c.end && c.end <= words.size());
    end = c.end;
  }
  return 0;
}

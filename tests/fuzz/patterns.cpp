// SPDX-License-Identifier: Apache-2.0
// A pattern, a line's end, a message: compiling and matching never fail, and every word that a
// match is said to take is a word of the message.
#include "intent/pattern_set.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace frontdesk::intent;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto end = std::min(text.find('\n'), text.size());
  const auto pattern = text.substr(0, end);
  const auto words = tokenise(text.substr(std::min(end + 1, text.size())));
  const auto read = patterns::parse(pattern);
  if (read.fault_at > pattern.size()) std::abort();
  patterns::set set;
  set.add(pattern, language::en);
  set.add(pattern, language::es);
  set.finish();
  const auto atoms = set.look(words);
  const auto found = set.find(atoms);
  if (!found.empty() && !read.fault.empty()) std::abort();
  for (const auto p : found) {
    patterns::word_set marks(words.size());
    set.at(p).mark(atoms, marks, {});
    // A match has taken a word, and with all of its words masked there is none.
    bool some = false;
    for (std::size_t w = 0; w < words.size(); ++w) some = some || marks.has(w);
    if (!some) std::abort();
    const auto rest = set.find(atoms, {}, &marks);
    if (std::count(rest.begin(), rest.end(), p) > 0) std::abort();
  }
  return 0;
}

// SPDX-License-Identifier: Apache-2.0
#include "chat/phrases.hpp"

namespace frontdesk::chat {
namespace {

// Every {hole} of a text but the one that is filled.
bool has_other_hole(std::string_view text, std::string_view filled) {
  for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const auto end = text.find('}', at);
    if (end == std::string_view::npos || text.substr(at, end - at + 1) != filled) return true;
  }
  return false;
}

bool faulty(std::string_view text, const phrase_key& k) {
  if (k.key == "welcome") return false;  // any fact may stand there; facts are checked elsewhere
  const bool lacks = !k.placeholder.empty() && text.find(k.placeholder) == std::string_view::npos;
  return lacks || has_other_hole(text, k.placeholder);
}

}  // namespace

std::vector<phrase_fault> check_phrases(const intent::model& rules) {
  std::vector<phrase_fault> faults;
  for (const auto& k : phrase_keys) {
    const auto found = rules.phrases.find(std::string{k.key});
    for (const auto in : rules.settings.languages) {
      const bool missing = found == rules.phrases.end() || found->second[in].empty();
      if (missing || faulty(found->second[in], k))
        faults.push_back({std::string{k.key}, in, missing});
    }
  }
  return faults;
}

}  // namespace frontdesk::chat

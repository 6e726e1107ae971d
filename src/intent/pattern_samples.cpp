// SPDX-License-Identifier: Apache-2.0
#include "intent/pattern_samples.hpp"

#include "intent/pattern_text.hpp"
#include "intent/text.hpp"

#include <algorithm>

namespace frontdesk::intent::patterns {
namespace {

// One message after the other: round 0 takes the first alternative of every group, the next rounds
// take others, each group at its own pace.
class sampler {
 public:
  sampler(const std::vector<lines>& synonyms, std::size_t round)
      : synonyms_(synonyms), round_(round) {}

  std::string message(const row& r) {
    add(r);
    return std::move(out_);
  }

 private:
  std::size_t pick(std::size_t of) {
    const auto pace = 1 + group_++;
    return of == 0 ? 0 : (round_ / pace + (round_ % pace ? group_ * round_ : 0)) % of;
  }
  void add(const std::string& words) { out_ += (out_.empty() ? "" : " ") + words; }
  void add(const row& r) {
    for (const auto& e : r) add(e);
  }
  void add(const element& e) {
    if (e.type == part::gap) return;
    if (e.type == part::synonym) return add_synonym(e.text);
    if (e.type != part::group) return add(e.text);
    // What may be missing counts as one alternative more.
    const auto which = pick(e.oneof.size() + (e.optional ? 1 : 0));
    if (which < e.oneof.size()) add(e.oneof[which]);
  }
  void add_synonym(const std::string& word) {
    for (const auto& group : synonyms_) {
      const auto is_word = [&](const std::string& w) { return normalise(w) == word; };
      if (std::none_of(group.begin(), group.end(), is_word)) continue;
      return add(normalise(group[pick(group.size())]));
    }
    add(word);
  }

  const std::vector<lines>& synonyms_;
  std::size_t round_, group_ = 0;
  std::string out_;
};

}  // namespace

lines samples(std::string_view pattern, const std::vector<lines>& synonyms, std::size_t most) {
  lines out;
  const auto read = parse(pattern);
  if (!read.fault.empty()) return out;
  for (std::size_t round = 0; round < most; ++round) {
    auto message = sampler(synonyms, round).message(read.pattern.row);
    if (std::find(out.begin(), out.end(), message) == out.end()) out.push_back(std::move(message));
  }
  return out;
}

}  // namespace frontdesk::intent::patterns

// SPDX-License-Identifier: Apache-2.0
// What only the trained rules show.
#include "intent/check.hpp"
#include "intent/compiled.hpp"
#include "intent/reading.hpp"

#include <algorithm>
#include <map>

namespace frontdesk::intent {
namespace {

// An example whose nearest two others both stand in another topic, so alike, is misplaced or the
// topics overlap.
constexpr double alike = 0.7;
// From so many examples on two topics are said to overlap.
constexpr int overlap_min = 3;

struct misplaced {
  std::string witness;
  int count = 0;
};

// The topic that holds both of the nearest other examples, if that is another one.
std::string nearer_topic(const rules& r, const topic& t, const std::string& text, language in) {
  const auto near = r.parts().matching.nearest(tokenise(text), in, 3);
  std::vector<const neighbour*> others;
  for (const auto& n : near) {
    if (n.example != text) others.push_back(&n);
  }
  if (others.size() < 2 || others[0]->similarity < alike) return {};
  const bool away = others[0]->topic != t.id && others[1]->topic == others[0]->topic;
  return away ? others[0]->topic : std::string();
}

void false_alarm(
    const rules& r, const topic& t, const std::string& text, std::vector<finding>& to
) {
  const auto seen = read_safety(r, text);
  if (seen.topic.empty() || seen.topic == t.id) return;
  to.push_back(
      {severity::warning,
       t.at,
       t.id,
       "An example gets the answer of " + seen.topic + " (" + seen.family +
           "); if it is harmless, add it to \"harmless\" in safety.json.",
       text}
  );
}

}  // namespace

std::vector<finding> lint(const rules& r) {
  std::vector<finding> out;
  std::map<std::pair<const topic*, std::string>, misplaced> pairs;
  for (const auto& t : r.source().topics) {
    for (std::size_t l = 0; l < language_count; ++l) {
      for (const auto& text : t.examples.each[l]) {
        false_alarm(r, t, text, out);
        const auto other = nearer_topic(r, t, text, static_cast<language>(l));
        if (other.empty()) continue;
        auto& m = pairs[{&t, other}];
        if (m.count++ == 0) m.witness = text;
      }
    }
  }
  for (const auto& [who, m] : pairs) {
    const auto [t, other] = who;
    const bool overlap = m.count >= overlap_min;
    out.push_back(
        {overlap ? severity::warning : severity::note,
         t->at,
         t->id,
         overlap ? std::to_string(m.count) + " examples are nearer to " + other +
                       ": the two topics overlap; say where the line runs, or join them."
                 : "An example is nearer to " + other + " than to its own topic.",
         m.witness}
    );
  }
  std::stable_sort(out.begin(), out.end(), [](const finding& a, const finding& b) {
    return std::tie(a.at.file, a.at.line) < std::tie(b.at.file, b.at.line);
  });
  return out;
}

}  // namespace frontdesk::intent

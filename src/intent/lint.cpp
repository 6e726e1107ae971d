// SPDX-License-Identifier: Apache-2.0
// What only the trained rules show.
#include "intent/check.hpp"
#include "intent/compiled.hpp"
#include "intent/pattern_samples.hpp"
#include "intent/reading.hpp"
#include "intent/written.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace frontdesk::intent {
namespace {

// An example whose nearest two others both stand in another topic, so alike, is misplaced.
constexpr double alike = 0.7;
// Two topics overlap when of their examples that were held aside at least so many, and at least
// this share, went to the other.
constexpr std::size_t overlap_min = 3;
constexpr double overlap_share = 0.04;
// So many messages made from a pattern say whether it can be heard at all.
constexpr std::size_t samples_max = 64;

using findings = std::vector<finding>;

std::string percent(double share) { return std::to_string(std::lround(100 * share)) + "%"; }

// The neighbour that speaks for another topic, if the nearest two others both do.
std::optional<neighbour> nearer_elsewhere(const rules& r, const written& e) {
  const auto near = r.parts().matching.nearest(tokenise(e.text), e.in, 3);
  std::vector<const neighbour*> others;
  for (const auto& n : near) {
    if (n.example != e.text) others.push_back(&n);
  }
  if (others.size() < 2 || others[0]->similarity < alike) return std::nullopt;
  const bool away = others[0]->topic != e.owner->id && others[1]->topic == others[0]->topic;
  return away ? std::optional(*others[0]) : std::nullopt;
}

void find_nearer(const rules& r, const written& e, findings& to) {
  const auto other = nearer_elsewhere(r, e);
  if (!other) return;
  const auto whose = other->topic.empty() ? "the messages without topic" : other->topic;
  to.push_back(
      {severity::warning,
       e.at,
       e.owner->id,
       "An example is nearer to " + whose + " (\"" + other->example + "\", " +
           percent(other->similarity) + " alike) than to its own topic.",
       e.text,
       "nearer",
       other->similarity}
  );
}

void find_false_alarm(const rules& r, const written& e, findings& to) {
  const auto seen = r.parts().danger->look(e.text, tokenise(e.text));
  if (seen.topic.empty() || seen.past || seen.topic == e.owner->id) return;
  const bool learned = seen.pattern.empty();
  to.push_back(
      {severity::warning,
       e.at,
       e.owner->id,
       "An example gets the answer of " + seen.topic + " (" +
           (learned ? "learned, " + percent(seen.score) : "family " + seen.family) +
           "); if it is harmless, add it to \"harmless\" in safety.json.",
       e.text,
       learned ? "false_alarm_learned" : "false_alarm",
       seen.score}
  );
}

// Two topics, the smaller id first, and which of their held-out examples went to the other.
struct crossing {
  std::vector<const misread*> wrong;
  std::size_t tried = 0;
  double share() const { return static_cast<double>(wrong.size()) / static_cast<double>(tried); }
  const misread& clearest() const {
    return **std::max_element(wrong.begin(), wrong.end(), [](const auto* a, const auto* b) {
      return a->score < b->score;
    });
  }
};

void find_overlaps(const estimate& held, findings& to) {
  std::map<std::pair<std::string, std::string>, crossing> pairs;
  for (const auto& w : held.wrong) pairs[std::minmax(w.wanted, w.got)].wrong.push_back(&w);
  const auto tried = [&](const std::string& id) {
    const auto it = held.tried.find(id);
    return it == held.tried.end() ? std::size_t{0} : it->second;
  };
  for (auto& [pair, c] : pairs) {
    c.tried = tried(pair.first) + tried(pair.second);
    if (c.wrong.size() < overlap_min || c.share() < overlap_share) continue;
    const auto& w = c.clearest();
    to.push_back(
        {severity::warning,
         w.at,
         w.wanted,
         pair.first + " and " + pair.second + " overlap: of " + std::to_string(c.tried) +
             " of their examples, held aside, " + std::to_string(c.wrong.size()) +
             " went to the other one. Say where the line runs, or join them. This one of " +
             w.wanted + " was read as " + w.got + " (" + percent(w.score) + ").",
         w.text,
         "overlap",
         c.share()}
    );
  }
}

// The first of the messages made from a pattern if all of them are `lost`; else empty.
template <class F>
std::string always(const model& m, const std::string& pattern, language in, F lost) {
  const auto all = patterns::samples(pattern, m.synonyms[in], samples_max);
  const bool every = !all.empty() && std::all_of(all.begin(), all.end(), lost);
  return every ? all.front() : std::string();
}

void find_pattern_behind_safety(const rules& r, const written& p, findings& to) {
  const auto alarms = [&](const std::string& text) {
    const auto seen = read_safety(r, text);
    return !seen.topic.empty() && seen.topic != p.owner->id;
  };
  const auto witness = always(r.source(), p.text, p.in, alarms);
  if (witness.empty()) return;
  const auto seen = read_safety(r, witness);
  to.push_back(
      {severity::warning,
       p.at,
       p.owner->id,
       "The pattern \"" + p.text + "\" can never decide: " + seen.topic + " (" + seen.family +
           ") always comes before it.",
       witness,
       "dead_pattern"}
  );
}

void find_hidden_family(const rules& r, const safety_family& f, findings& to) {
  for (std::size_t l = 0; l < language_count; ++l) {
    for (const auto& pattern : f.patterns.each[l]) {
      const auto unheard = [&](const std::string& text) {
        const auto seen = r.parts().danger->look_at_patterns(text, tokenise(text));
        return seen.topic.empty() || seen.past;
      };
      const auto witness = always(r.source(), pattern, static_cast<language>(l), unheard);
      if (witness.empty()) continue;
      to.push_back(
          {severity::warning,
           f.at,
           f.topic,
           "The pattern \"" + pattern + "\" of the family \"" + f.id +
               "\" can never raise an alarm: an idiom or the past covers all of its words.",
           witness,
           "hidden_family"}
      );
    }
  }
}

}  // namespace

std::vector<finding> lint(const rules& r, const estimate& held) {
  findings out;
  const auto& m = r.source();
  each_topic_example(m, [&](const written& e) {
    find_false_alarm(r, e, out);
    find_nearer(r, e, out);
  });
  each_pattern(m, [&](const written& p) { find_pattern_behind_safety(r, p, out); });
  for (const auto& f : m.safety.families) find_hidden_family(r, f, out);
  find_overlaps(held, out);
  std::stable_sort(out.begin(), out.end(), [](const finding& a, const finding& b) {
    return std::tie(a.at.file, a.at.line) < std::tie(b.at.file, b.at.line);
  });
  return out;
}

}  // namespace frontdesk::intent

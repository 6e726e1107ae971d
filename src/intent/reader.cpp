// SPDX-License-Identifier: Apache-2.0
#include "intent/reader.hpp"

#include "intent/asked.hpp"

#include <algorithm>

namespace frontdesk::intent {
namespace {

// A follow-up counts when it is at least so alike; "and how long?" has one word in common.
constexpr double follow_up_similarity = 0.6;

}  // namespace

message_reader::message_reader(
    const rules& by, std::string_view text, const context& around, const safety_verdict* danger
)
    : by_(by), around_(around), words_(tokenise(text)) {
  const auto& parts = by.parts();
  if (danger != nullptr) {
    danger_ = *danger;
  } else {
    const auto seen = parts.danger->look(text, words_);
    danger_ = {seen.topic, seen.family, seen.past};
  }
  in_ = parts.matching.language_of(words_, around.preferred);
  repairs_ = parts.matching.correct(words_, in_);
}

bool message_reader::by_pattern(std::span<const token> words, heard& h) const {
  const auto& parts = by_.parts();
  const auto found = parts.topic_patterns.find(parts.topic_patterns.look(words));
  if (found.empty()) return false;
  // Of several topics the first in the files; a part of a message has hardly ever two.
  h.pattern = found.front();
  const auto& id = by_.source().topics[parts.pattern_topic[h.pattern]].id;
  h.confidence = 1;
  const auto same = [&](const scored& s) { return s.topic == id; };
  h.best.erase(std::remove_if(h.best.begin(), h.best.end(), same), h.best.end());
  for (scored& s : h.best) s.score *= 0.05;
  h.best.insert(h.best.begin(), {id, 1});
  if (h.best.size() > 3) h.best.pop_back();
  return true;
}

message_reader::heard message_reader::hear(std::size_t begin, std::size_t end) const {
  const auto words = std::span(words_).subspan(begin, end - begin);
  const auto& matching = by_.parts().matching;
  verdict v = matching.judge(words, in_);
  heard h;
  h.scores = std::move(v.scores);
  h.confidence = v.confidence;
  for (const ranked& r : v.best)
    h.best.push_back({matching.labels()[r.label], static_cast<double>(r.score)});
  by_pattern(words, h);
  return h;
}

// What is said beside a question and is no question itself (their ids are stable).
bool message_reader::smalltalk(const std::string& topic) {
  return topic == "chat.greeting" || topic == "chat.thanks" || topic == "chat.goodbye";
}

bool message_reader::smalltalk(const heard& h) {
  return !h.best.empty() && smalltalk(h.best.front().topic);
}

bool message_reader::by_follow_up(const heard& whole) {
  if (!around_.after) return false;
  const auto found = by_.parts().following.find(*around_.after, words_);
  if (found.means.empty() || found.similarity < follow_up_similarity) return false;
  // A message that says its topic itself is not read in the light of the last one.
  if (found.similarity < 0.85 && (whole.pattern != none || whole.sure() > 0.9)) return false;
  result_.by_follow_up = true;
  result_.confidence = found.similarity;
  result_.outcome = outcome::answer;
  result_.topics = {{found.means, found.similarity}};
  return true;
}

std::vector<message_reader::part> message_reader::hear_parts(const heard& whole) const {
  std::vector<part> out;
  for (const clause& c : clauses_of(words_)) {
    const bool all = c.begin == 0 && c.end == words_.size();
    out.push_back({c, all ? whole : hear(c.begin, c.end)});
  }
  return out;
}

// "I don't want to book, just the price": what is not wanted goes, when something else is said.
void message_reader::drop_negated(std::vector<part>& parts) const {
  std::vector<part> rest;
  const auto wanted = [](const part& p) { return !p.at.negated; };
  std::copy_if(parts.begin(), parts.end(), std::back_inserter(rest), wanted);
  const auto speaks = [&](const part& p) { return p.says.covered() && !smalltalk(p.says); };
  if (std::any_of(rest.begin(), rest.end(), speaks)) parts = std::move(rest);
}

// Whether a part asks for a topic of its own, beside what the whole message says.
bool message_reader::asks_for_itself(
    const std::vector<part>& parts, const part& p, const heard& whole
) const {
  constexpr double sure = 0.8;
  if (p.says.best.empty() || smalltalk(p.says) || p.at.negated) return false;
  const auto& labels = by_.parts().matching.labels();
  const auto& best = p.says.best.front();
  part_signs signs;
  signs.score = best.score;
  signs.in_whole = whole.score_of(best.topic, labels);
  signs.asks = p.at.asks;
  signs.whole_says_so = !whole.best.empty() && whole.best.front().topic == best.topic;
  signs.whole_confidence = whole.confidence;
  if (!whole.best.empty()) signs.whole_in_part = p.says.score_of(whole.best.front().topic, labels);
  signs.by_pattern = p.says.pattern != none;
  signs.words = p.at.end - p.at.begin;
  signs.parts = parts.size();
  signs.sure_parts =
      static_cast<std::size_t>(std::count_if(parts.begin(), parts.end(), [](const part& any) {
        return !any.says.best.empty() && any.says.best.front().score > sure;
      }));
  return asked(signs) > 0;
}

// Several questions: each part that asks for a topic of its own, once, in the order asked.
bool message_reader::several(const std::vector<part>& parts, const heard& whole) {
  constexpr std::size_t questions_max = 3;
  std::vector<scored> found;
  double least = 1;
  for (const part& p : parts) {
    const auto same = [&](const scored& s) { return s.topic == p.says.best.front().topic; };
    if (!asks_for_itself(parts, p, whole) || std::any_of(found.begin(), found.end(), same))
      continue;
    found.push_back(p.says.best.front());
    least = std::min(least, p.says.confidence);
    if (found.size() == questions_max) break;
  }
  if (found.size() < 2) return false;
  result_.outcome = outcome::answer;
  result_.confidence = std::max(least, whole.confidence);
  result_.topics = std::move(found);
  return true;
}

double message_reader::heard::score_of(
    const std::string& topic, const std::vector<std::string>& labels
) const {
  const auto at = std::find(labels.begin(), labels.end(), topic) - labels.begin();
  const auto known = static_cast<std::size_t>(at);
  return known < scores.size() ? static_cast<double>(scores[known]) : 0;
}

// The part that says most clearly what is wanted, where the whole does not: the question beside a
// greeting, or among much that no topic covers. The less the whole is covered, the clearer must the
// part be: of 165 development messages in parts that no topic covers, this bar turns 153 away (a
// bar of 0.3: 109) and finds 24 of 43 topics (31).
message_reader::heard message_reader::clearest(const std::vector<part>& parts, const heard& whole)
    const {
  if (whole.covered() && !smalltalk(whole)) return whole;
  const double bar = smalltalk(whole) ? 0.3 : 0.9 - 0.5 * whole.confidence;
  const heard* best = &whole;
  double best_sure = bar;
  for (const part& p : parts) {
    if (!p.says.covered() || smalltalk(p.says)) continue;
    const double sure = p.says.sure() * (p.at.asks ? 1.1 : 0.8);
    if (sure <= best_sure) continue;
    best = &p.says;
    best_sure = sure;
  }
  return *best;
}

void message_reader::decide(const heard& h) {
  result_.confidence = h.confidence;
  pattern_ = h.pattern;
  result_.by_pattern = h.pattern != none;
  if (!h.covered()) return;
  result_.outcome = outcome::answer;
  result_.topics = {h.best.front()};
  // "Did you mean the price, or thanks?" would be silly.
  if (h.best.size() < 2 || smalltalk(h.best[1].topic)) return;
  if (h.best[0].score - h.best[1].score >= by_.source().settings.clarify_margin) return;
  result_.outcome = outcome::clarify;
  result_.topics.push_back(h.best[1]);
}

reading message_reader::run() {
  result_.language = in_;
  result_.family = danger_.family;
  result_.mentions_past_crisis = danger_.past;
  if (words_.empty()) return result_;
  heard whole = hear(0, words_.size());
  result_.candidates = whole.best;
  if (!danger_.topic.empty()) {
    result_.outcome = outcome::safety;
    result_.confidence = 1;
    result_.topics = {{danger_.topic, 1}};
    return result_;
  }
  if (by_follow_up(whole)) return result_;
  auto parts = hear_parts(whole);
  const std::size_t before = parts.size();
  if (before > 1) drop_negated(parts);
  if (parts.size() < before) whole = hear(parts.front().at.begin, parts.back().at.end);
  if (parts.size() > 1 && several(parts, whole)) return result_;
  decide(parts.size() > 1 ? clearest(parts, whole) : whole);
  return result_;
}

std::string message_reader::pattern() const {
  return pattern_ == none ? std::string{} : by_.parts().pattern_text[pattern_];
}

}  // namespace frontdesk::intent

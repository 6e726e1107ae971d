// SPDX-License-Identifier: Apache-2.0
#include "intent/reader.hpp"

#include "intent/asked.hpp"

#include <algorithm>

namespace frontdesk::intent {
namespace {

// A follow-up counts when it is at least so alike; "and how long?" has one word in common.
constexpr double follow_up_similarity = 0.6;

}  // namespace

message_reader::message_reader(const rules& by, std::string_view text, const context& around)
    : by_(by), around_(around), text_(text), words_(tokenise(text)) {
  const auto& parts = by.parts();
  in_ = parts.matching.language_of(words_, around.preferred);
  repairs_ = parts.matching.correct(words_, in_);
}

bool message_reader::by_pattern(const std::vector<token>& part, heard& h) const {
  const auto& parts = by_.parts();
  const auto found = parts.topic_patterns.find(parts.topic_patterns.look(part));
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
  const auto from = words_.begin();
  const std::vector<token> part(
      from + static_cast<std::ptrdiff_t>(begin), from + static_cast<std::ptrdiff_t>(end)
  );
  const auto& matching = by_.parts().matching;
  verdict v = matching.judge(part, in_);
  heard h;
  h.scores = std::move(v.scores);
  h.confidence = v.confidence;
  for (const ranked& r : v.best)
    h.best.push_back({matching.labels()[r.label], static_cast<double>(r.score)});
  by_pattern(part, h);
  return h;
}

// What is said beside a question and is no question itself (their ids are stable).
bool message_reader::smalltalk(const heard& h) const {
  if (h.best.empty()) return false;
  const auto& id = h.best.front().topic;
  return id == "chat.greeting" || id == "chat.thanks" || id == "chat.goodbye";
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

// "I don't want to book, just the price": what is not wanted goes, when something else is said.
void message_reader::drop_negated(std::vector<clause>& parts) const {
  const auto wanted = [](const clause& c) { return !c.negated; };
  if (std::none_of(parts.begin(), parts.end(), wanted)) return;
  std::vector<clause> rest;
  std::copy_if(parts.begin(), parts.end(), std::back_inserter(rest), wanted);
  const auto hears = [&](const clause& c) {
    const heard h = hear(c.begin, c.end);
    return h.covered() && !smalltalk(h);
  };
  if (std::any_of(rest.begin(), rest.end(), hears)) parts = std::move(rest);
}

// Several questions: each part that asks for a topic of its own, once, in the order asked.
bool message_reader::several(const std::vector<clause>& parts, const heard& whole) {
  constexpr std::size_t questions_max = 3;
  std::vector<scored> found;
  double least = 1;
  for (const clause& c : parts) {
    const heard h = hear(c.begin, c.end);
    if (h.best.empty() || smalltalk(h) || c.negated) continue;
    const auto& best = h.best.front();
    const auto same = [&](const scored& s) { return s.topic == best.topic; };
    if (std::any_of(found.begin(), found.end(), same)) continue;
    part_signs signs;
    signs.score = best.score;
    signs.in_whole = whole.score_of(best.topic, by_.parts().matching.labels());
    signs.asks = c.asks;
    signs.whole_says_so = !whole.best.empty() && whole.best.front().topic == best.topic;
    signs.by_pattern = h.pattern != none;
    signs.words = c.end - c.begin;
    signs.parts = parts.size();
    if (asked(signs) <= 0) continue;
    found.push_back(best);
    least = std::min(least, h.confidence);
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
// greeting, or among much that no topic covers.
message_reader::heard message_reader::clearest(const std::vector<clause>& parts, heard whole)
    const {
  if (whole.covered() && !smalltalk(whole)) return whole;
  heard best = whole;
  double best_sure = smalltalk(whole) ? 0.3 : std::max(0.3, whole.sure());
  for (const clause& c : parts) {
    const heard h = hear(c.begin, c.end);
    if (!h.covered() || smalltalk(h)) continue;
    const double sure = h.sure() * (c.asks ? 1.1 : 0.8);
    if (sure <= best_sure) continue;
    best = h;
    best_sure = sure;
  }
  return best;
}

void message_reader::decide(const heard& h) {
  result_.confidence = h.confidence;
  pattern_ = h.pattern;
  result_.by_pattern = h.pattern != none;
  if (!h.covered()) return;
  result_.outcome = outcome::answer;
  result_.topics = {h.best.front()};
  const double margin = h.best.size() > 1 ? h.best[0].score - h.best[1].score : 1;
  if (margin >= by_.source().settings.clarify_margin) return;
  result_.outcome = outcome::clarify;
  result_.topics.push_back(h.best[1]);
}

reading message_reader::run() {
  result_.language = in_;
  const safety_verdict danger = read_safety(by_, text_);
  result_.family = danger.family;
  result_.mentions_past_crisis = danger.past;
  if (words_.empty()) return result_;
  heard whole = hear(0, words_.size());
  result_.candidates = whole.best;
  if (!danger.topic.empty()) {
    result_.outcome = outcome::safety;
    result_.confidence = 1;
    result_.topics = {{danger.topic, 1}};
    return result_;
  }
  if (by_follow_up(whole)) return result_;
  auto parts = clauses_of(words_);
  if (parts.size() == 1) {
    decide(whole);
    return result_;
  }
  const std::size_t before = parts.size();
  drop_negated(parts);
  if (parts.size() < before) whole = hear(parts.front().begin, parts.back().end);
  if (parts.size() > 1 && several(parts, whole)) return result_;
  decide(parts.size() == 1 ? hear(parts[0].begin, parts[0].end) : clearest(parts, whole));
  return result_;
}

std::string message_reader::pattern() const {
  return pattern_ == none ? std::string{} : by_.parts().pattern_text[pattern_];
}

}  // namespace frontdesk::intent

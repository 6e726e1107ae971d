// SPDX-License-Identifier: Apache-2.0
#include "cli/scoring.hpp"

#include "cli/imports.hpp"

#include <algorithm>
#include <cstdio>

namespace frontdesk::cli {
namespace {

using intent::outcome;

std::vector<std::string> parts_of(const std::string& label) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (auto comma = label.find(',');; comma = label.find(',', begin)) {
    out.push_back(label.substr(begin, comma - begin));
    if (comma == label.npos) break;
    begin = comma + 1;
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> acted_on(const intent::reading& r) {
  std::vector<std::string> out;
  if (r.outcome != outcome::answer && r.outcome != outcome::safety) return out;
  for (const auto& t : r.topics) out.push_back(t.topic);
  return out;
}

double percent(int part, int whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

std::string joined(const std::vector<std::string>& ids, const char* empty) {
  std::string out;
  for (const auto& i : ids) out += (out.empty() ? "" : ",") + i;
  return out.empty() ? empty : out;
}

}  // namespace

void score_card::add(const std::string& text, const std::string& label, const intent::reading& r) {
  auto wanted = parts_of(label);
  if (wanted.size() == 1 && means_none(wanted[0])) wanted.clear();
  for (auto& w : wanted) w = id_of(std::move(w));
  const auto got = acted_on(r);
  auto got_sorted = got;
  std::sort(got_sorted.begin(), got_sorted.end());
  bool right = wanted.empty() ? r.outcome == outcome::fallback : got_sorted == wanted;
  if (wanted.size() == 1) right = !got.empty() && got.front() == wanted.front();
  add_outcome(wanted, r, right);
  for (const auto& w : wanted) {
    ++topics_[w].expected;
    topics_[w].right += std::count(got.begin(), got.end(), w) > 0;
  }
  for (const auto& g : got) ++topics_[g].predicted;
  if (right) return;
  const auto instead =
      r.outcome == outcome::clarify ? std::string("(asked back)") : joined(got, "(nothing)");
  ++confusions_[{joined(wanted, "none"), instead}];
  failures_.push_back(joined(wanted, "none") + " -> " + instead + ": " + text);
}

void score_card::add_outcome(
    const std::vector<std::string>& wanted, const intent::reading& r, bool right
) {
  right_.count(right);
  if (wanted.empty()) {
    none_refused_.count(right);
    none_confidence_.push_back(r.confidence);
  } else {
    covered_right_.count(right);
    covered_confidence_.push_back(r.confidence);
    turned_away_.count(r.outcome == outcome::fallback);
  }
  if (wanted.size() > 1) several_right_.count(right);
  if (r.outcome != outcome::clarify) return;
  asked_back_.count(std::any_of(r.topics.begin(), r.topics.end(), [&](const auto& t) {
    return std::count(wanted.begin(), wanted.end(), t.topic) > 0;
  }));
}

// How well the confidence tells covered messages from others: the chance that a covered one has the
// higher confidence (area under the ROC curve).
double score_card::separation() const {
  auto none = none_confidence_;
  std::sort(none.begin(), none.end());
  double wins = 0;
  for (const auto c : covered_confidence_) {
    const auto [low, high] = std::equal_range(none.begin(), none.end(), c);
    wins += static_cast<double>(low - none.begin()) + 0.5 * static_cast<double>(high - low);
  }
  return wins /
         (static_cast<double>(none.size()) * static_cast<double>(covered_confidence_.size()));
}

// The first line is read by programs: the last field is the accuracy in per cent.
void score_card::print_summary() const {
  const auto say = [](const char* what, const intent::share& of) {
    if (of.whole > 0) std::printf("%s: %s\n", what, to_text(of).c_str());
  };
  const auto [low, high] = wilson(right_);
  std::printf("%zu of %zu right: %.1f%%\n", right_.part, right_.whole, 100 * right_.value());
  std::printf("95%% interval of that: %.1f to %.1f\n", 100 * low, 100 * high);
  say("with a topic, answered with it", covered_right_);
  say("with a topic, turned away", turned_away_);
  say("two questions at once, both answered", several_right_);
  say("without a topic, left unanswered", none_refused_);
  if (none_refused_.whole > 0 && covered_right_.whole > 0) {
    std::printf("confidence tells the two apart: AUROC %.3f\n", separation());
  }
  say("asked back, the right topic among the two", asked_back_);
}

void score_card::print_topics() const {
  std::printf("%-34s %6s %10s %8s %6s\n", "topic", "cases", "precision", "recall", "F1");
  for (const auto& [id, t] : topics_) {
    const double p = percent(t.right, t.predicted), r = percent(t.right, t.expected);
    const double f1 = p + r > 0 ? 2 * p * r / (p + r) : 0;
    std::printf("%-34s %6d %9.1f%% %7.1f%% %6.1f\n", id.c_str(), t.expected, p, r, f1);
  }
}

void score_card::print_confusions() const {
  constexpr std::size_t most = 20;
  std::vector<std::pair<int, std::pair<std::string, std::string>>> list;
  for (const auto& [pair, n] : confusions_) list.push_back({n, pair});
  std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
    return a.first > b.first;
  });
  if (list.size() > most) list.resize(most);
  if (!list.empty()) std::printf("commonest mistakes (wanted -> given):\n");
  for (const auto& [n, pair] : list) {
    std::printf("%4d  %s -> %s\n", n, pair.first.c_str(), pair.second.c_str());
  }
}

void score_card::print(bool failures) const {
  print_summary();
  print_topics();
  print_confusions();
  if (!failures) return;
  for (const auto& f : failures_) std::printf("wrong: %s\n", f.c_str());
}

}  // namespace frontdesk::cli

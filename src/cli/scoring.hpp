// SPDX-License-Identifier: Apache-2.0
// Counts how messages were understood against how they should have been.
#pragma once
#include "intent/estimate.hpp"
#include "intent/reading.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace frontdesk::cli {

/// Adds up readings of labelled messages.
///
/// A message with one topic is right when that topic is acted on first; with several (separated by
/// commas) when exactly these are; `none` when nothing is acted on. A question back ("did you
/// mean") is not right; how often the right topic was among the two is told apart.
class score_card {
 public:
  void add(const std::string& text, const std::string& label, const intent::reading& r);
  bool all_right() const { return right_.part == right_.whole; }
  const intent::share& right() const { return right_; }
  /// Of the messages with a topic: right, and taken as not covered.
  const intent::share& covered_right() const { return covered_right_; }
  const intent::share& turned_away() const { return turned_away_; }
  /// Of the messages without topic: those that got no answer.
  const intent::share& none_refused() const { return none_refused_; }

  /// Accuracy, questions back, figures on messages without topic; each with its 95 % interval.
  void print_summary() const;
  /// The same, a table by topic, the commonest confusions; with `failures` each wrong message.
  void print(bool failures) const;

 private:
  struct tally {
    int expected = 0, predicted = 0, right = 0;
  };
  void print_topics() const;
  void print_confusions() const;
  double separation() const;
  void add_outcome(const std::vector<std::string>& wanted, const intent::reading& r, bool right);

  intent::share right_, covered_right_, turned_away_, none_refused_, several_right_;
  intent::share asked_back_;  ///< of those asked back: the right topic was among the two
  std::map<std::string, tally> topics_;
  std::map<std::pair<std::string, std::string>, int> confusions_;
  std::vector<double> covered_confidence_, none_confidence_;
  std::vector<std::string> failures_;
};

}  // namespace frontdesk::cli

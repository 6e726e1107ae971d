// SPDX-License-Identifier: Apache-2.0
// Counts how messages were understood against how they should have been.
#pragma once
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
  bool all_right() const { return right_ == total_; }
  double accuracy() const;

  /// Accuracy, questions back, figures on messages without topic.
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

  int total_ = 0, right_ = 0, covered_ = 0, covered_right_ = 0, none_ = 0, none_right_ = 0;
  int several_ = 0, several_right_ = 0, asked_back_ = 0, asked_back_well_ = 0, turned_away_ = 0;
  std::map<std::string, tally> topics_;
  std::map<std::pair<std::string, std::string>, int> confusions_;
  std::vector<double> covered_confidence_, none_confidence_;
  std::vector<std::string> failures_;
};

}  // namespace frontdesk::cli

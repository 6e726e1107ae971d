// SPDX-License-Identifier: Apache-2.0
// What the parts of check.cpp share.
#pragma once
#include "intent/check.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace frontdesk::intent {

/// Collects findings about one model.
struct checking {
  const model& rules;
  std::chrono::year_month_day today;
  std::vector<finding> found{};
  std::map<std::string, const topic*> topics{};

  void say(severity how, const place& at, const std::string& about, std::string sentence) {
    found.push_back({how, at, about, std::move(sentence), {}});
  }
  void say(severity how, const topic& t, std::string sentence, std::string witness = {}) {
    found.push_back({how, t.at, t.id, std::move(sentence), std::move(witness)});
  }
};

/// "English" or "Spanish", for sentences.
const char* name_of(language l);

void check_answers(checking& c, const topic& t);
void check_review(checking& c, const topic& t);
void check_safety(checking& c);
/// Examples that are given twice, or to two topics, or to none.
void check_examples(checking& c);
/// Patterns with unknown synonyms, written twice, or that take messages of other topics.
void check_patterns(checking& c);

}  // namespace frontdesk::intent

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

  void say(
      severity how,
      const place& at,
      const std::string& about,
      std::string sentence,
      std::string kind = {},
      std::string witness = {},
      double weight = 0
  ) {
    found.push_back(
        {how, at, about, std::move(sentence), std::move(witness), std::move(kind), weight}
    );
  }
  void say(severity how, const topic& t, std::string sentence, std::string kind = {}) {
    say(how, t.at, t.id, std::move(sentence), std::move(kind));
  }
};

/// "English" or "Spanish", for sentences.
const char* name_of(language l);

void check_answers(checking& c, const topic& t);
void check_review(checking& c, const topic& t);
void check_safety(checking& c);
/// Examples that are given twice, or to two topics, or to none.
void check_examples(checking& c);
/// Examples of danger that are among the harmless ones too.
void check_danger_examples(checking& c);
/// Texts that one language has and another lacks.
void check_translations(checking& c);
/// Patterns with unknown synonyms, that can never decide, or that take messages of other topics.
void check_patterns(checking& c);

}  // namespace frontdesk::intent

// SPDX-License-Identifier: Apache-2.0
// From a topic to the words that are said: picks the variant, fills in facts, labels the quick
// replies.
#pragma once
#include "intent/rules.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::intent {

struct choice {
  std::string id, label;
  bool operator==(const choice&) const = default;
};
struct conditions {
  bool open = false, staff_online = false;
  std::optional<std::string> after;
  std::chrono::year_month_day today{};  ///< in the clinic's time zone: for reviews that ran out
};
struct rendered {
  std::string text;
  std::vector<choice> choices;
  const intent::review* review = nullptr;  ///< owned by the rules
};

enum class no_answer : unsigned char { facts_unknown, review_expired, none_written };

/// The first variant of the topic's answer that holds and whose facts are known; else why there is
/// none. A medical answer past its review date is not shown (review_expired): the caller offers a
/// person.
struct answer_result {
  std::optional<rendered> said;
  no_answer why = no_answer::none_written;
};
answer_result answer(const rules& by, const topic& about, language in, const conditions& now);

/// `text` with each {fact} filled in; nothing if one is unknown.
std::optional<std::string> fill(const rules& by, std::string_view text, language in);
/// A quick reply for a topic id: its `button`, else its `title`, else the phrase `choice.<id>`.
choice choice_for(const rules& by, std::string_view id, language in);

}  // namespace frontdesk::intent

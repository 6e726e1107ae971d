// SPDX-License-Identifier: Apache-2.0
#include "intent/reading.hpp"

#include "intent/reader.hpp"

#include <algorithm>
#include <cmath>

namespace frontdesk::intent {

const char* to_text(outcome o) {
  switch (o) {
    case outcome::answer:
      return "answer";
    case outcome::clarify:
      return "clarify";
    case outcome::fallback:
      return "fallback";
    case outcome::safety:
      return "safety";
  }
  return "fallback";
}

reading read(const rules& by, std::string_view text, const context& around) {
  return message_reader(by, text, around, nullptr).run();
}

reading read(
    const rules& by, std::string_view text, const context& around, const safety_verdict& danger
) {
  return message_reader(by, text, around, &danger).run();
}

namespace {

explanation explain_with(message_reader reader, const rules& by, std::string_view text) {
  explanation e;
  e.what = reader.run();
  e.repairs = reader.repairs();
  e.pattern = reader.pattern();
  const auto& matching = by.parts().matching;
  const auto& candidates = e.what.candidates;
  if (candidates.empty()) return e;
  e.margin = candidates[0].score - (candidates.size() > 1 ? candidates[1].score : 0);
  e.nearest = matching.nearest(reader.words(), reader.in(), 5);
  const auto& labels = matching.labels();
  const auto& about =
      e.what.topics.empty() ? candidates.front().topic : e.what.topics.front().topic;
  const auto label = std::find(labels.begin(), labels.end(), about);
  if (label == labels.end()) return e;
  e.words = matching.weigh(
      reader.words(), reader.in(), static_cast<std::uint32_t>(label - labels.begin())
  );
  for (std::size_t i = 0; i < e.words.size(); ++i) {
    const token& t = reader.words()[i];
    e.words[i].word = text.substr(t.offset, t.length);
  }
  const auto stronger = [](const word_weight& a, const word_weight& b) {
    return std::abs(a.weight) > std::abs(b.weight);
  };
  std::stable_sort(e.words.begin(), e.words.end(), stronger);
  if (e.words.size() > 8) e.words.resize(8);
  return e;
}

}  // namespace

explanation explain(const rules& by, std::string_view text, const context& around) {
  return explain_with(message_reader(by, text, around, nullptr), by, text);
}

explanation explain(
    const rules& by, std::string_view text, const context& around, const safety_verdict& danger
) {
  return explain_with(message_reader(by, text, around, &danger), by, text);
}

}  // namespace frontdesk::intent

// SPDX-License-Identifier: Apache-2.0
// Every example and pattern of a model with the place where it stands, for findings.
#pragma once
#include "intent/model.hpp"

namespace frontdesk::intent {

/// One text of the rules. The references live as long as the model.
struct written {
  const topic* owner = nullptr;  ///< nullptr: a message without topic
  language in = language::en;
  const std::string& text;
  place at;
};

/// Where text number `i` stands. Rules that came from no file, and lists that were edited since,
/// have no spots: then it is `otherwise`.
inline place place_of(
    const spots& where, std::size_t texts, std::size_t i, const place& otherwise
) {
  if (where.size() != texts) return otherwise;
  return {otherwise.file, where[i].line, where[i].column};
}

/// Calls `f` with each text of one list.
template <class F>
void each_text(
    const by_language<lines>& texts,
    const by_language<spots>& where,
    const topic* owner,
    const place& otherwise,
    F&& f
) {
  for (std::size_t l = 0; l < language_count; ++l) {
    const auto& list = texts.each[l];
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto at = place_of(where.each[l], list.size(), i, otherwise);
      f(written{owner, static_cast<language>(l), list[i], at});
    }
  }
}

/// Calls `f` with each example of the topics, in the order of the files.
template <class F>
void each_topic_example(const model& m, F&& f) {
  for (const auto& t : m.topics) each_text(t.examples, t.example_spots, &t, t.at, f);
}

/// Calls `f` with each message that must get no topic.
template <class F>
void each_none(const model& m, F&& f) {
  each_text(m.none, m.none_spots, nullptr, {"none.json", 1, 1}, f);
}

/// Calls `f` with each pattern of the topics.
template <class F>
void each_pattern(const model& m, F&& f) {
  for (const auto& t : m.topics) each_text(t.patterns, t.pattern_spots, &t, t.at, f);
}

}  // namespace frontdesk::intent

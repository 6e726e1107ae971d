// SPDX-License-Identifier: Apache-2.0
#include "intent/rules.hpp"

#include "intent/compiled.hpp"

#include <future>

namespace frontdesk::intent {

rules::rules() = default;
rules::~rules() = default;

// The safety layer knows nothing of the topics, so both are trained side by side; and what an edit
// of the topics does not touch is not trained again.
rules::compiled::compiled(const model& m, const rules* before, const matcher* learned)
    : compiled(
          m,
          learned,
          std::async(
              std::launch::async,
              [&m, before]() -> std::shared_ptr<const safety_layer> {
                const bool same = before && hear_alike(before->model_, m);
                return same ? before->compiled_->danger : std::make_shared<const safety_layer>(m);
              }
          )
      ) {}

rules::compiled::compiled(
    const model& m, const matcher* learned, std::future<std::shared_ptr<const safety_layer>> safety
)
    : topic_patterns(m.synonyms),
      following(m),
      matching(lesson_of(m), learned),
      danger(safety.get()) {
  for (std::size_t i = 0; i < m.topics.size(); ++i) {
    topic_at.emplace(m.topics[i].id, i);
    for (const auto in : {language::en, language::es}) {
      for (const auto& text : m.topics[i].patterns[in]) {
        topic_patterns.add(text, in);
        pattern_topic.push_back(i);
        pattern_text.push_back(text);
      }
    }
  }
  topic_patterns.finish();
}

std::shared_ptr<const rules> rules::make(model what, const rules* before) {
  std::shared_ptr<rules> out(new rules);
  out->model_ = std::move(what);
  const auto* learned = before ? &before->compiled_->matching : nullptr;
  out->compiled_ = std::make_unique<const compiled>(out->model_, before, learned);
  return out;
}

std::shared_ptr<const rules> rules::make_anew(const rules& adjusted) {
  std::shared_ptr<rules> out(new rules);
  out->model_ = adjusted.model_;
  out->compiled_ = std::make_unique<const compiled>(out->model_, &adjusted, nullptr);
  out->revision = adjusted.revision;
  return out;
}

bool rules::adjusted() const { return compiled_->matching.adjusted(); }

const topic* rules::find(std::string_view id) const {
  const auto it = compiled_->topic_at.find(id);
  return it == compiled_->topic_at.end() ? nullptr : &model_.topics[it->second];
}

std::string rules::phrase(std::string_view key, language in) const {
  const auto it = model_.phrases.find(std::string(key));
  if (it == model_.phrases.end() || it->second[in].empty()) return '[' + std::string(key) + ']';
  return it->second[in];
}

}  // namespace frontdesk::intent

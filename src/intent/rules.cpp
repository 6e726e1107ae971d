// SPDX-License-Identifier: Apache-2.0
#include "intent/rules.hpp"

#include "intent/compiled.hpp"

namespace frontdesk::intent {

rules::rules() = default;
rules::~rules() = default;

std::shared_ptr<const rules> rules::make(model what, const rules*) {
  std::shared_ptr<rules> out(new rules);
  out->model_ = std::move(what);
  auto built = std::make_unique<compiled>();
  const auto& topics = out->model_.topics;
  for (std::size_t i = 0; i < topics.size(); ++i) built->topic_at.emplace(topics[i].id, i);
  out->compiled_ = std::move(built);
  return out;
}

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

// SPDX-License-Identifier: Apache-2.0
#include "intent/classifier.hpp"

#include "intent/classifier_parts.hpp"
#include "intent/kernels.hpp"

namespace frontdesk::intent {

linear_problem problem_of(const encoder& e, const training_set& from) {
  linear_problem p;
  p.examples = &e.examples();
  p.plain = e.plain();
  p.units = &e.units();
  p.weights = e.weights();
  for (const labelled& l : from.examples) p.labels.push_back(l.label);
  p.label_count = from.labels.size();
  p.cost = e.cost();
  return p;
}

void score(const encoded& message, const linear_scores& by, std::vector<float>& scores) {
  scores.assign(by.units.stride(), 0.0F);
  const auto& [units, weights, known] = message;
  kernels::gather(units.data(), units.size(), by.units.row(0), scores.size(), scores.data());
  kernels::gather(weights.data(), weights.size(), by.weights.row(0), scores.size(), scores.data());
}

classifier::classifier(const training_set& from, const corpus& read) {
  auto made = std::make_unique<parts>(from, read);
  const auto problem = problem_of(made->encode, from);
  made->model.weights = train(problem, descent_for(from.examples.size()));
  unit_scores(problem, made->model.weights, made->model.units);
  parts_ = std::move(made);
}
classifier::~classifier() = default;
classifier::classifier(classifier&&) noexcept = default;
classifier& classifier::operator=(classifier&&) noexcept = default;

std::vector<float> classifier::probabilities(std::span<const token> words, language guess) const {
  static thread_local encoded message;
  std::vector<float> scores;
  parts_->encode.encode(words, guess, message);
  score(message, parts_->model, scores);
  kernels::softmax(scores.data(), parts_->label_count);
  scores.resize(parts_->label_count);
  return scores;
}

}  // namespace frontdesk::intent

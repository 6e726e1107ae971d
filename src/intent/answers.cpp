// SPDX-License-Identifier: Apache-2.0
#include "intent/answers.hpp"

#include <algorithm>

namespace frontdesk::intent {
namespace {

bool holds(const answer_variant& v, const conditions& now) {
  return (!v.open || *v.open == now.open) &&
         (!v.staff_online || *v.staff_online == now.staff_online) &&
         (!v.after || v.after == now.after);
}

// A review without a date counts as run out: a medical answer needs one (check.cpp says so too).
bool expired(const topic& t, const conditions& now) {
  if (t.kind != kind::medical) return false;
  return !t.review || !t.review->until.ok() || t.review->until < now.today;
}

bool is_fact_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

const std::string* fact_text(const rules& by, std::string_view name, language in) {
  const auto it = by.source().facts.find(std::string(name));
  if (it == by.source().facts.end() || !it->second) return nullptr;
  const auto& text = (*it->second)[in];
  return text.empty() ? nullptr : &text;
}

}  // namespace

std::optional<std::string> fill(const rules& by, std::string_view text, language in) {
  std::string out;
  for (;;) {
    const auto open = text.find('{');
    const auto close = open == text.npos ? text.npos : text.find('}', open);
    if (close == text.npos) return out.append(text);
    const auto name = text.substr(open + 1, close - open - 1);
    out.append(text.substr(0, open));
    if (is_fact_name(name)) {
      const auto* value = fact_text(by, name, in);
      if (!value) return std::nullopt;
      out += *value;
    } else {
      out.append(text.substr(open, close - open + 1));
    }
    text.remove_prefix(close + 1);
  }
}

choice choice_for(const rules& by, std::string_view id, language in) {
  if (const auto* t = by.find(id)) {
    if (!t->button[in].empty()) return {t->id, t->button[in]};
    if (!t->title[in].empty()) return {t->id, t->title[in]};
  }
  return {std::string(id), by.phrase("choice." + std::string(id), in)};
}

answer_result answer(const rules& by, const topic& about, language in, const conditions& now) {
  if (expired(about, now)) return {std::nullopt, no_answer::review_expired};
  no_answer why = no_answer::none_written;
  for (const auto& v : about.answers[in]) {
    if (!holds(v, now)) continue;
    auto text = fill(by, v.text, in);
    if (!text) {
      why = no_answer::facts_unknown;
      continue;
    }
    rendered out{std::move(*text), {}, about.review ? &*about.review : nullptr};
    for (const auto& id : v.choices) out.choices.push_back(choice_for(by, id, in));
    return {std::move(out), {}};
  }
  return {std::nullopt, why};
}

}  // namespace frontdesk::intent

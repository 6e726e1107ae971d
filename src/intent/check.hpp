// SPDX-License-Identifier: Apache-2.0
// What is wrong with rules beyond their shape: texts missing in a language, topics that do not
// exist, patterns that cannot fire, duplicates, unknown facts, unsigned or expired answers, reading
// grade, overlaps.
#pragma once
#include "intent/estimate.hpp"
#include "intent/loading.hpp"
#include "intent/rules.hpp"

#include <vector>

namespace frontdesk::intent {

/// The faults that can be seen without training. Errors here keep rules from being used.
std::vector<finding> check(const model& m, std::chrono::year_month_day today);
/// What only the trained rules show: examples nearer to another topic, topics that overlap (each
/// with a witness that goes wrong when it is held aside), examples that raise an alarm, patterns
/// that safety is always before or that an idiom hides. `held`: hold_aside of the same model.
/// Warnings.
std::vector<finding> lint(const rules& r, const estimate& held);
/// Flesch-Kincaid grade for English; for Spanish the grade of its own scale (documented in
/// reading_grade.cpp).
double reading_grade(std::string_view text, language in);

}  // namespace frontdesk::intent

// SPDX-License-Identifier: Apache-2.0
// How hard a text reads, as a school grade of the United States.
//
// English: Flesch-Kincaid (Kincaid et al. 1975), 0.39 words/sentence + 11.8 syllables/word - 15.59.
// Spanish: the scale of Fernandez Huerta (1959), 206.84 - 60 syllables/word - 1.02 words/sentence,
// turned into a grade by the table that goes with Flesch's scale: 90 to 100 reads like grade 5, 80
// like 6, 70 like 7, 60 like 8 or 9, 50 like 10 to 12, 30 like college.
#include "intent/check.hpp"
#include "intent/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace frontdesk::intent {
namespace {

bool vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

int vowel_groups(std::string_view word) {
  int groups = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    groups += vowel(word[i]) && (i == 0 || !vowel(word[i - 1])) ? 1 : 0;
  }
  return groups;
}

// A silent e at the end does not count, but "-le" after a consonant does; "-ed" is mostly silent.
int english_syllables(std::string_view word) {
  int n = vowel_groups(word);
  const auto ends = [&](std::string_view with) {
    return word.size() > with.size() + 1 && word.substr(word.size() - with.size()) == with;
  };
  if (ends("e") && !(ends("le") && !vowel(word[word.size() - 3])) && !ends("ee")) --n;
  if (ends("ed") && !ends("ted") && !ends("ded")) --n;
  return std::max(n, 1);
}

// Two strong vowels are two syllables; with a weak one they are one.
int spanish_syllables(std::string_view word) {
  const auto strong = [](char c) { return c == 'a' || c == 'e' || c == 'o'; };
  int n = vowel_groups(word);
  for (std::size_t i = 1; i < word.size(); ++i) n += strong(word[i]) && strong(word[i - 1]) ? 1 : 0;
  return std::max(n, 1);
}

double grade_of_ease(double ease) {
  static constexpr std::array<std::pair<double, double>, 7> table{
      {{100, 4}, {95, 5}, {85, 6}, {75, 7}, {65, 8.5}, {55, 11}, {30, 16}}};
  if (ease >= table.front().first) return table.front().second;
  for (std::size_t i = 1; i < table.size(); ++i) {
    const auto [high, low_grade] = table[i - 1];
    const auto [low, high_grade] = table[i];
    if (ease >= low) return low_grade + (high - ease) / (high - low) * (high_grade - low_grade);
  }
  return 17;
}

}  // namespace

double reading_grade(std::string_view text, language in) {
  double words = 0, sentences = 0, syllables = 0;
  const auto all = tokenise(text);
  for (const auto& t : all) {
    const bool last = &t == &all.back();
    if (t.ends_sentence || last) ++sentences;
    if (t.normal.front() >= '0' && t.normal.front() <= '9') continue;  // numbers read themselves
    ++words;
    syllables += in == language::es ? spanish_syllables(t.normal) : english_syllables(t.normal);
  }
  if (words == 0) return 0;
  const double per_sentence = words / std::max(sentences, 1.0), per_word = syllables / words;
  if (in == language::es) return grade_of_ease(206.84 - 60 * per_word - 1.02 * per_sentence);
  return std::max(0.0, 0.39 * per_sentence + 11.8 * per_word - 15.59);
}

}  // namespace frontdesk::intent

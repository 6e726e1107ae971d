// SPDX-License-Identifier: Apache-2.0
#include "intent/language.hpp"

#include "intent/encoder_blocks.hpp"
#include "intent/lexical.hpp"

#include <algorithm>
#include <cmath>

namespace frontdesk::intent {
namespace {

void count(
    flat_index& index,
    std::vector<by_language<std::uint32_t>>& times,
    by_language<double>& total,
    std::uint64_t hash,
    const by_language<std::uint32_t>& more
) {
  const auto n = index.add(hash);
  if (n == times.size()) times.emplace_back();
  for (const auto in : {language::en, language::es}) {
    times[n][in] += more[in];
    total[in] += more[in];
  }
}

// ln of the ratio of shares, smoothed so that what was never seen says nothing.
std::vector<float> ratios(
    const std::vector<by_language<std::uint32_t>>& times, const by_language<double>& total
) {
  std::vector<float> all;
  for (const auto& t : times) {
    const double en = (t[language::en] + 0.5) / (total[language::en] + 1);
    const double es = (t[language::es] + 0.5) / (total[language::es] + 1);
    all.push_back(static_cast<float>(std::log(es / en)));
  }
  return all;
}

}  // namespace

void language_guess::add(std::string_view normal, const by_language<std::uint32_t>& times) {
  count(words_, word_times_, word_total_, hash_of(normal), times);
  blocks::each_gram(normal, [&](std::uint64_t hash) {
    count(grams_, gram_times_, gram_total_, hash, times);
  });
}

void language_guess::finish() {
  gram_weights_ = ratios(gram_times_, gram_total_);
  word_weights_ = ratios(word_times_, word_total_);
}

double language_guess::of_word(const token& t, std::uint64_t hash) const {
  const auto w = words_.find(hash);
  if (w != flat_index::none) return std::clamp(static_cast<double>(word_weights_[w]), -3.0, 3.0);
  if (word_total_[language::en] <= 0 || word_total_[language::es] <= 0) return 0;
  double sum = 0, seen = 0;
  blocks::each_gram(t.normal, [&](std::uint64_t gram) {
    const auto g = grams_.find(gram);
    seen += 1;
    if (g != flat_index::none) sum += static_cast<double>(gram_weights_[g]);
  });
  // Letter groups overlap: their mean, twice, is about as sure as one word of middle weight.
  const double letters = seen > 0 ? 2 * sum / seen : 0;
  return std::clamp(letters - (lexical::is_word(t.normal) ? 1.0 : 0.0), -3.0, 3.0);
}

double language_guess::spanish(std::span<const token> words) const {
  static thread_local std::vector<std::uint64_t> hashes;
  hashes.clear();
  for (const token& t : words) {
    hashes.push_back(hash_of(t.normal));
    words_.prefetch(hashes.back());
  }
  double sum = 0;
  for (std::size_t i = 0; i < words.size(); ++i) sum += of_word(words[i], hashes[i]);
  return sum;
}

language language_guess::guess(std::span<const token> words, std::optional<language> preferred)
    const {
  const double sum = spanish(words);
  if (preferred && std::abs(sum) < 1.5) return *preferred;
  return sum > 0 ? language::es : language::en;
}

}  // namespace frontdesk::intent

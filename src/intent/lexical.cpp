// SPDX-License-Identifier: Apache-2.0
#include "intent/lexical.hpp"

#include "intent/flat_index.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>

// The bytes that make_vectors wrote (blob.S).
extern "C" const unsigned char frontdesk_vectors[];

namespace frontdesk::intent::lexical {
namespace {

struct contents {
  std::array<std::uint32_t, 4> counts{};  // stems with a vector, words, kinds, stems with senses
  const std::uint32_t* stem_hashes = nullptr;
  const std::uint32_t* word_hashes = nullptr;
  const std::uint32_t* above = nullptr;  // of each kind the one above, itself at the top
  const std::uint32_t* sense_hashes = nullptr;
  const std::uint32_t* senses = nullptr;
  const std::int8_t* vectors = nullptr;
  contents() {
    std::memcpy(counts.data(), frontdesk_vectors, sizeof counts);
    stem_hashes = reinterpret_cast<const std::uint32_t*>(frontdesk_vectors + sizeof counts);
    word_hashes = stem_hashes + counts[0];
    above = word_hashes + counts[1];
    sense_hashes = above + counts[2];
    senses = sense_hashes + counts[3];
    vectors = reinterpret_cast<const std::int8_t*>(
        senses + counts[3] * sizeof(lexical::senses) / sizeof(std::uint32_t)
    );
  }
};
const contents& all() {
  static const contents c;
  return c;
}

// Hashes are spread evenly: where one stands is guessed to within some dozens, then walked to.
const std::uint32_t* look(const std::uint32_t* begin, std::uint32_t count, std::string_view word) {
  const auto hash = static_cast<std::uint32_t>(hash_of(word));
  const auto guess = static_cast<std::uint32_t>(static_cast<std::uint64_t>(hash) * count >> 32U);
  constexpr std::uint32_t around = 2048;  // ten times what chance needs at 100,000
  const auto* from = begin + (guess > around ? guess - around : 0);
  const auto* to = begin + std::min(count, guess + around);
  const auto* at = std::lower_bound(from, to, hash);
  return at != to && *at == hash ? at : nullptr;
}

// Stems that hold a sentence together. WordNet knows them as oddities ("in": inch, indium; "who":
// an organisation) or as verbs that can mean anything. Ascending.
constexpr std::string_view of_no_kind[] = {
    "a",     "am",  "an",   "and",  "ani",   "are",    "at",   "be",   "can",   "could",
    "did",   "do",  "doe",  "for",  "from",  "get",    "go",   "got",  "had",   "has",
    "have",  "how", "i",    "if",   "in",    "is",     "it",   "me",   "my",    "need",
    "no",    "not", "of",   "on",   "or",    "should", "so",   "that", "the",   "there",
    "thi",   "to",  "us",   "want", "was",   "we",     "what", "when", "where", "whi",
    "which", "who", "will", "with", "would", "you",    "your",
};

}  // namespace

const std::int8_t* find(std::string_view stem) {
  const auto* at = look(all().stem_hashes, all().counts[0], stem);
  return at ? all().vectors + static_cast<std::size_t>(at - all().stem_hashes) * dimensions
            : nullptr;
}

void kinds(std::string_view stem, std::vector<entry>& into) {
  // `least` also ends the walk: two of WordNet's verbs stand above each other.
  constexpr float second = 0.5F, higher = 0.8F, least = 0.02F;
  const std::size_t first = into.size();
  const auto put = [&](std::uint32_t kind, float value) {
    const auto begin = into.begin() + static_cast<std::ptrdiff_t>(first);
    const auto at = std::find_if(begin, into.end(), [&](const entry& e) { return e.at == kind; });
    if (at == into.end())
      into.push_back({kind, value});
    else
      at->value = std::max(at->value, value);
  };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (std::any_of(stem.begin(), stem.end(), digit)) return put(all().counts[2], 1);
  if (std::binary_search(std::begin(of_no_kind), std::end(of_no_kind), stem)) return;
  const auto* at = look(all().sense_hashes, all().counts[3], stem);
  if (!at) return;
  senses of;
  std::memcpy(&of, all().senses + (at - all().sense_hashes) * 4, sizeof of);
  for (const auto& part : of) {
    float value = 1;
    for (auto kind : part) {
      for (float v = value; kind != no_kind && v > least; v *= higher) {
        put(kind, v);
        kind = all().above[kind] == kind ? no_kind : all().above[kind];
      }
      value *= second;
    }
  }
}

bool is_word(std::string_view normal) {
  return look(all().word_hashes, all().counts[1], normal) != nullptr;
}

}  // namespace frontdesk::intent::lexical

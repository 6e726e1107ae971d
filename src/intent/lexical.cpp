// SPDX-License-Identifier: Apache-2.0
#include "intent/lexical.hpp"

#include "intent/flat_index.hpp"

#include <algorithm>
#include <cstring>

// The bytes that make_vectors wrote (blob.S).
extern "C" const unsigned char frontdesk_vectors[];

namespace frontdesk::intent::lexical {
namespace {

struct contents {
  std::uint32_t stems = 0, words = 0;
  const std::uint32_t* stem_hashes = nullptr;
  const std::uint32_t* word_hashes = nullptr;
  const std::int8_t* vectors = nullptr;
  contents() {
    std::memcpy(&stems, frontdesk_vectors, 4);
    std::memcpy(&words, frontdesk_vectors + 4, 4);
    stem_hashes = reinterpret_cast<const std::uint32_t*>(frontdesk_vectors + 8);
    word_hashes = stem_hashes + stems;
    vectors = reinterpret_cast<const std::int8_t*>(word_hashes + words);
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

}  // namespace

const std::int8_t* find(std::string_view stem) {
  const auto* at = look(all().stem_hashes, all().stems, stem);
  return at ? all().vectors + static_cast<std::size_t>(at - all().stem_hashes) * dimensions
            : nullptr;
}

bool is_word(std::string_view normal) {
  return look(all().word_hashes, all().words, normal) != nullptr;
}

}  // namespace frontdesk::intent::lexical

// SPDX-License-Identifier: Apache-2.0
// From 64-bit hashes to small numbers, with one cache miss a look-up.
#pragma once
#include "intent/large_pages.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace frontdesk::intent {

/// FNV-1a, then mixed (the finaliser of MurmurHash3). Words are kept by hash alone: with a million
/// different ones, two that collide have a chance of 3e-8.
inline std::uint64_t mix(std::uint64_t h) {
  h = (h ^ (h >> 33U)) * 0xff51afd7ed558ccdULL;
  h = (h ^ (h >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
  return h ^ (h >> 33U);
}
inline std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0) {
  std::uint64_t h = 0xcbf29ce484222325ULL ^ seed;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return mix(h);
}
inline std::uint64_t hash_of(std::uint64_t a, std::uint64_t b, std::uint64_t kind) {
  return mix(mix(a * 3 + kind) + b * 0x9e3779b97f4a7c15ULL);
}

/// Numbers keys from 0 in the order in which they were first seen.
class flat_index {
 public:
  static constexpr std::uint32_t none = 0xffffffff;

  /// Room for so many keys: growing touches twice the memory.
  void reserve(std::size_t keys) {
    std::size_t size = std::max<std::size_t>(slots_.size(), 64);
    while (crowded(keys, size)) size *= 2;
    if (size > slots_.size()) grow(size);
  }
  /// The number of `key`, a new one if it has none yet.
  std::uint32_t add(std::uint64_t key) {
    if (crowded(count_ + 1, slots_.size())) grow(std::max<std::size_t>(slots_.size() * 2, 64));
    slot& s = slots_[place_of(key)];
    if (s.number == none) s = {key, count_++};
    return s.number;
  }
  /// The number of `key`, or `none`.
  std::uint32_t find(std::uint64_t key) const {
    return slots_.empty() ? none : slots_[place_of(key)].number;
  }
  /// Fetches what `find` of the key will read. Where many keys are looked up, asking for all first
  /// lets their misses overlap.
  void prefetch(std::uint64_t key) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[key & (slots_.size() - 1)]);
  }
  std::uint32_t size() const { return count_; }

 private:
  struct slot {
    std::uint64_t key = 0;
    std::uint32_t number = none;
  };
  using slots = std::vector<slot, large_pages<slot>>;
  // Two thirds full, what is not there is found missing after five slots: mostly one cache line.
  static bool crowded(std::size_t keys, std::size_t slots) { return keys * 3 > slots * 2; }
  std::size_t place_of(std::uint64_t key) const {
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at].number != none && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  void grow(std::size_t size) {
    slots old(size);
    old.swap(slots_);
    for (const slot& s : old)
      if (s.number != none) slots_[place_of(s.key)] = s;
  }

  slots slots_;
  std::uint32_t count_ = 0;
};

}  // namespace frontdesk::intent

// SPDX-License-Identifier: Apache-2.0
// Rows of (column, value): examples over units, and units over weights.
#pragma once
#include "intent/large_pages.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace frontdesk::intent {

struct entry {
  std::uint32_t at = 0;
  float value = 0;
};

/// A matrix of which only what is not zero is kept, row after row.
class sparse {
 public:
  sparse() = default;
  /// `ends`: where each row ends in `entries`, ascending.
  sparse(std::vector<entry> entries, std::vector<std::size_t> ends)
      : entries_(std::move(entries)), ends_(std::move(ends)) {}
  /// Room for so many entries; what stays unused takes no memory.
  void reserve(std::size_t entries) { entries_.reserve(entries); }
  void add_row(std::span<const entry> row) {
    entries_.insert(entries_.end(), row.begin(), row.end());
    ends_.push_back(entries_.size());
  }
  std::size_t rows() const { return ends_.size(); }
  std::span<const entry> row(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return {entries_.data() + begin, ends_[i] - begin};
  }
  std::size_t size() const { return entries_.size(); }

 private:
  std::vector<entry> entries_;
  std::vector<std::size_t> ends_;
};

/// The same matrix with rows and columns changed round; entries of a row stay in order.
inline sparse transposed(const sparse& m, std::size_t columns) {
  std::vector<std::size_t> next(columns + 1);
  for (std::size_t i = 0; i < m.rows(); ++i)
    for (const entry& e : m.row(i)) ++next[e.at + 1];
  for (std::size_t c = 0; c < columns; ++c) next[c + 1] += next[c];
  std::vector<std::size_t> ends(next.begin() + 1, next.end());
  std::vector<entry> entries(m.size());
  for (std::size_t i = 0; i < m.rows(); ++i)
    for (const entry& e : m.row(i))
      entries[next[e.at]++] = {static_cast<std::uint32_t>(i), e.value};
  return sparse(std::move(entries), std::move(ends));
}

/// A dense table of rows; a row is padded to a multiple of 8 numbers.
template <class T>
class table {
 public:
  table() = default;
  table(std::size_t rows, std::size_t columns)
      : stride_((columns + 7) / 8 * 8), numbers_(rows * stride_, T{}) {}
  /// A table whose numbers are not set: what nobody writes takes no memory.
  static table unset(std::size_t rows, std::size_t columns) {
    table t;
    t.stride_ = (columns + 7) / 8 * 8;
    t.numbers_.resize(rows * t.stride_);
    return t;
  }
  T* row(std::size_t i) { return numbers_.data() + i * stride_; }
  const T* row(std::size_t i) const { return numbers_.data() + i * stride_; }
  std::size_t stride() const { return stride_; }
  std::size_t rows() const { return stride_ == 0 ? 0 : numbers_.size() / stride_; }
  std::vector<T, large_pages<T>>& numbers() { return numbers_; }
  const std::vector<T, large_pages<T>>& numbers() const { return numbers_; }

 private:
  std::size_t stride_ = 0;
  std::vector<T, large_pages<T>> numbers_;
};

}  // namespace frontdesk::intent

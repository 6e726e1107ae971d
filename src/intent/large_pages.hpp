// SPDX-License-Identifier: Apache-2.0
// Memory for arrays of megabytes: those that training makes anew, and those of which a message
// reads a little everywhere.
#pragma once
#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <utility>
#include <vector>

namespace frontdesk::intent {

/// Asks the system for large pages: touching fresh memory 4 KiB at a time was a tenth of training.
/// Where the system has none to give, ordinary ones serve.
template <class T>
struct large_pages {
  using value_type = T;
  static constexpr std::size_t page = std::size_t{2} << 20U;

  large_pages() = default;
  template <class U>
  large_pages(const large_pages<U>&) noexcept {}

  T* allocate(std::size_t n) {
    const std::size_t bytes = n * sizeof(T);
    if (bytes < page) return static_cast<T*>(::operator new(bytes));
    void* got = std::aligned_alloc(page, (bytes + page - 1) / page * page);
    if (!got) throw std::bad_alloc();
    ::madvise(got, bytes, MADV_HUGEPAGE);
    return static_cast<T*>(got);
  }
  void deallocate(T* p, std::size_t n) noexcept {
    n * sizeof(T) < page ? ::operator delete(p) : std::free(p);
  }
  /// Numbers that are all written before they are read need not be set to 0 first.
  template <class U>
  void construct(U* p) noexcept {
    ::new (static_cast<void*>(p)) U;
  }
  template <class U, class... Args>
  void construct(U* p, Args&&... args) {
    ::new (static_cast<void*>(p)) U(std::forward<Args>(args)...);
  }
  friend bool operator==(const large_pages&, const large_pages&) { return true; }
};

template <class T>
using large_vector = std::vector<T, large_pages<T>>;
/// Not set to 0 unless asked.
using floats = large_vector<float>;

}  // namespace frontdesk::intent

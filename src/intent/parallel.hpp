// SPDX-License-Identifier: Apache-2.0
// Work over rows that do not depend on each other, on two threads: training shares the machine with
// the desk. Only where safety is trained too, at the start and when it is changed, are there four.
#pragma once
#include <cstddef>
#include <thread>

namespace frontdesk::intent {

/// Calls f(begin, end) for both halves of [0, n), the second on a thread of its own. `f` must not
/// throw, and must write only what belongs to its rows: then the result is the same as with one.
template <class F>
void in_halves(std::size_t n, const F& f) {
  constexpr std::size_t worth_a_thread = 256;
  if (n < worth_a_thread) return f(std::size_t{0}, n);
  std::thread second([&] { f(n / 2, n); });
  f(std::size_t{0}, n / 2);
  second.join();
}

/// The sum of f(begin, end) over both halves. Where they part depends on n alone, and so does the
/// rounding.
template <class F>
auto sum_of_halves(std::size_t n, const F& f) {
  decltype(f(n, n)) first{}, second{};
  in_halves(n, [&](std::size_t begin, std::size_t end) {
    (begin == 0 ? first : second) = f(begin, end);
  });
  first += second;
  return first;
}

}  // namespace frontdesk::intent

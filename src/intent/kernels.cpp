// SPDX-License-Identifier: Apache-2.0
#include "intent/kernels.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

// Each loop is written once and compiled twice; which one runs is decided at start. AVX2 without
// FMA, so that both round alike.
#if defined(__x86_64__)
#define FRONTDESK_AVX2 __attribute__((target("avx2")))
#else
#define FRONTDESK_AVX2
#endif
#define FRONTDESK_INLINE __attribute__((always_inline)) inline

namespace frontdesk::intent::kernels {
namespace {

template <class X>
FRONTDESK_INLINE void add_loop(float a, const X* x, float* y, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) y[i] += a * static_cast<float>(x[i]);
}

FRONTDESK_INLINE void subtract_loop(const float* x, const float* y, float* to, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) to[i] = x[i] - y[i];
}

FRONTDESK_INLINE void scale_loop(float a, float* x, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) x[i] *= a;
}

// e^x = 2^whole * e^rest, rest within +-ln(2)/2; Taylor terms to the seventh.
FRONTDESK_INLINE float exponential_of(float x) {
  const float near = std::min(std::max(x, -87.0F), 88.0F);
  // Rounds to a whole number: adding 1.5 * 2^23 leaves no room for a fraction.
  constexpr float rounds = 12582912.0F;
  const float whole = (near * 1.442695041F + rounds) - rounds;
  const float rest = (near - whole * 0.693145752F) - whole * 1.42860677e-6F;
  float sum = 1.0F / 5040;
  sum = sum * rest + 1.0F / 720;
  sum = sum * rest + 1.0F / 120;
  sum = sum * rest + 1.0F / 24;
  sum = sum * rest + 1.0F / 6;
  sum = sum * rest + 0.5F;
  sum = sum * rest + 1.0F;
  sum = sum * rest + 1.0F;
  const auto power = static_cast<std::uint32_t>(static_cast<std::int32_t>(whole) + 127) << 23U;
  return x < -87.0F ? 0.0F : sum * std::bit_cast<float>(power);
}
FRONTDESK_INLINE void exponentials_loop(float less, float* x, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) x[i] = exponential_of(x[i] - less);
}

// Some columns at a time stay in registers over all entries: half the time of adding row by row.
template <std::size_t lanes>
FRONTDESK_INLINE void gather_columns(
    const entry* from, std::size_t n, const float* rows, std::size_t stride, float* y
) {
  std::array<float, lanes> sum;
  std::copy_n(y, lanes, sum.begin());
  for (std::size_t i = 0; i < n; ++i) {
    const float* row = rows + from[i].at * stride;
    // Rows lie all over tens of megabytes: ask for the one that comes in some rounds.
    const float* soon = rows + from[std::min(i + 6, n - 1)].at * stride;
    for (std::size_t k = 0; k < lanes; k += 16) __builtin_prefetch(soon + k);
    for (std::size_t k = 0; k < lanes; ++k) sum[k] += from[i].value * row[k];
  }
  std::copy_n(sum.begin(), lanes, y);
}
FRONTDESK_INLINE void gather_loop(
    const entry* from, std::size_t n, const float* rows, std::size_t stride, float* y
) {
  std::size_t c = 0;
  for (; c + 48 <= stride; c += 48) gather_columns<48>(from, n, rows + c, stride, y + c);
  for (; c + 16 <= stride; c += 16) gather_columns<16>(from, n, rows + c, stride, y + c);
  for (; c + 8 <= stride; c += 8) gather_columns<8>(from, n, rows + c, stride, y + c);
}

// Eight numbers as the compiler's own vectors, so that they stay in registers whatever it makes of
// loops over arrays.
using eight = float __attribute__((vector_size(32)));

// The same eight where they happen to lie: rows start at any number. A packed member says so to
// every compiler; of an alignment in the vector's own name clang keeps nothing.
struct __attribute__((packed, may_alias)) lying_eight {
  eight value;
};

FRONTDESK_INLINE const lying_eight* eights(const float* x) {
  return reinterpret_cast<const lying_eight*>(x);
}

// Sums of single precision in sixteen lanes, each over `run` numbers in all, then of double: as
// exact as the slope needs, at half the time of double throughout.
constexpr std::size_t run = 4096;

FRONTDESK_INLINE std::pair<double, double> dots_loop(
    const float* x, const float* y, const float* z, std::size_t n
) {
  std::pair<double, double> sums{0, 0};
  for (std::size_t begin = 0; begin < n; begin += run) {
    const std::size_t end = std::min(n, begin + run);
    eight a{}, b{}, c{}, d{};
    std::size_t i = begin;
    for (; i + 16 <= end; i += 16) {
      const auto *xs = eights(x + i), *ys = eights(y + i), *zs = eights(z + i);
      a += xs[0].value * ys[0].value;
      b += xs[1].value * ys[1].value;
      c += xs[0].value * zs[0].value;
      d += xs[1].value * zs[1].value;
    }
    for (; i < end; ++i) {
      a[0] += x[i] * y[i];
      c[0] += x[i] * z[i];
    }
    a += b;
    c += d;
    for (int k = 0; k < 8; ++k) {
      sums.first += static_cast<double>(a[k]);
      sums.second += static_cast<double>(c[k]);
    }
  }
  return sums;
}

FRONTDESK_INLINE double dot_loop(const float* x, const float* y, std::size_t n) {
  double sum = 0;
  for (std::size_t begin = 0; begin < n; begin += run) {
    const std::size_t end = std::min(n, begin + run);
    eight a{}, b{};
    std::size_t i = begin;
    for (; i + 16 <= end; i += 16) {
      const auto *xs = eights(x + i), *ys = eights(y + i);
      a += xs[0].value * ys[0].value;
      b += xs[1].value * ys[1].value;
    }
    for (; i < end; ++i) a[0] += x[i] * y[i];
    a += b;
    for (int k = 0; k < 8; ++k) sum += static_cast<double>(a[k]);
  }
  return sum;
}

FRONTDESK_INLINE std::int32_t dot_whole(
    const std::int16_t* x, const std::int16_t* y, std::size_t n
) {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < n; ++i)
    sum += static_cast<std::int32_t>(x[i]) * static_cast<std::int32_t>(y[i]);
  return sum;
}

void add_plain(float a, const float* x, float* y, std::size_t n) { add_loop(a, x, y, n); }
FRONTDESK_AVX2 void add_wide(float a, const float* x, float* y, std::size_t n) {
  add_loop(a, x, y, n);
}
void gather_plain(const entry* f, std::size_t n, const float* r, std::size_t s, float* y) {
  gather_loop(f, n, r, s, y);
}
FRONTDESK_AVX2 void gather_wide(
    const entry* f, std::size_t n, const float* r, std::size_t s, float* y
) {
  gather_loop(f, n, r, s, y);
}
void scale_plain(float a, float* x, std::size_t n) { scale_loop(a, x, n); }
FRONTDESK_AVX2 void scale_wide(float a, float* x, std::size_t n) { scale_loop(a, x, n); }
void exponentials_plain(float less, float* x, std::size_t n) { exponentials_loop(less, x, n); }
FRONTDESK_AVX2 void exponentials_wide(float less, float* x, std::size_t n) {
  exponentials_loop(less, x, n);
}
void subtract_plain(const float* x, const float* y, float* to, std::size_t n) {
  subtract_loop(x, y, to, n);
}
FRONTDESK_AVX2 void subtract_wide(const float* x, const float* y, float* to, std::size_t n) {
  subtract_loop(x, y, to, n);
}
void add8_plain(float a, const std::int8_t* x, float* y, std::size_t n) { add_loop(a, x, y, n); }
FRONTDESK_AVX2 void add8_wide(float a, const std::int8_t* x, float* y, std::size_t n) {
  add_loop(a, x, y, n);
}
double dot_plain(const float* x, const float* y, std::size_t n) { return dot_loop(x, y, n); }
FRONTDESK_AVX2 double dot_wide(const float* x, const float* y, std::size_t n) {
  return dot_loop(x, y, n);
}
std::pair<double, double> dots_plain(
    const float* x, const float* y, const float* z, std::size_t n
) {
  return dots_loop(x, y, z, n);
}
FRONTDESK_AVX2 std::pair<double, double> dots_wide(
    const float* x, const float* y, const float* z, std::size_t n
) {
  return dots_loop(x, y, z, n);
}
std::int32_t dot16_plain(const std::int16_t* x, const std::int16_t* y, std::size_t n) {
  return dot_whole(x, y, n);
}
FRONTDESK_AVX2 std::int32_t dot16_wide(
    const std::int16_t* x, const std::int16_t* y, std::size_t n
) {
  return dot_whole(x, y, n);
}

bool has_wide() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") != 0;
#else
  return false;
#endif
}
const bool wide = has_wide();

}  // namespace

void add(float a, const float* x, float* y, std::size_t n) {
  wide ? add_wide(a, x, y, n) : add_plain(a, x, y, n);
}
void scale(float a, float* x, std::size_t n) { wide ? scale_wide(a, x, n) : scale_plain(a, x, n); }
void add(float a, const std::int8_t* x, float* y, std::size_t n) {
  wide ? add8_wide(a, x, y, n) : add8_plain(a, x, y, n);
}
void gather(const entry* from, std::size_t n, const float* rows, std::size_t stride, float* y) {
  wide ? gather_wide(from, n, rows, stride, y) : gather_plain(from, n, rows, stride, y);
}
void subtract(const float* x, const float* y, float* to, std::size_t n) {
  wide ? subtract_wide(x, y, to, n) : subtract_plain(x, y, to, n);
}
double dot(const float* x, const float* y, std::size_t n) {
  return wide ? dot_wide(x, y, n) : dot_plain(x, y, n);
}
std::pair<double, double> dots(const float* x, const float* y, const float* z, std::size_t n) {
  return wide ? dots_wide(x, y, z, n) : dots_plain(x, y, z, n);
}
std::int32_t dot(const std::int16_t* x, const std::int16_t* y, std::size_t n) {
  return wide ? dot16_wide(x, y, n) : dot16_plain(x, y, n);
}

float exponential(float x) { return exponential_of(x); }

float softmax(float* scores, std::size_t n) {
  const float top = *std::max_element(scores, scores + n);
  double sum = 0;
  wide ? exponentials_wide(top, scores, n) : exponentials_plain(top, scores, n);
  for (std::size_t i = 0; i < n; ++i) sum += static_cast<double>(scores[i]);
  scale(static_cast<float>(1 / sum), scores, n);
  return top + static_cast<float>(std::log(sum));
}

}  // namespace frontdesk::intent::kernels

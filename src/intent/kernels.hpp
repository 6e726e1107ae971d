// SPDX-License-Identifier: Apache-2.0
// The few loops over numbers that take nearly all of the time. The same result bit for bit with and
// without AVX2: sums have a fixed order, and nothing is contracted into fused operations.
#pragma once
#include "intent/sparse.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace frontdesk::intent::kernels {

/// y += a * x, over n numbers.
void add(float a, const float* x, float* y, std::size_t n);
/// x *= a, over n numbers.
void scale(float a, float* x, std::size_t n);
/// y += a * x for rows of bytes: what `x` stands for is scaled by `a`.
void add(float a, const std::int8_t* x, float* y, std::size_t n);
/// y += the sum of value * row over the entries; a row has `stride` numbers, a multiple of 8.
void gather(const entry* from, std::size_t n, const float* rows, std::size_t stride, float* y);
/// to = x - y, over n numbers.
void subtract(const float* x, const float* y, float* to, std::size_t n);
/// Sum of products, to about six digits: interleaved partial sums, added in a fixed order.
double dot(const float* x, const float* y, std::size_t n);
/// The same of x with y and of x with z, reading x once.
std::pair<double, double> dots(const float* x, const float* y, const float* z, std::size_t n);
/// Sum of products of whole numbers, exact.
std::int32_t dot(const std::int16_t* x, const std::int16_t* y, std::size_t n);
/// e^x by a polynomial: the C library's own differs between processors in the last bit.
/// Relative error below 3e-7; below -87 it is 0.
float exponential(float x);
/// Turns scores into probabilities. Returns the logarithm of the sum of their exponentials.
float softmax(float* scores, std::size_t n);

}  // namespace frontdesk::intent::kernels

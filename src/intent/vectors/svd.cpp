// SPDX-License-Identifier: Apache-2.0
#include "intent/vectors/svd.hpp"

#include <algorithm>
#include <cmath>

namespace frontdesk::vectors {
namespace {

using numbers = std::vector<float>;
constexpr std::size_t spare = 24;  // a little more than asked for makes the last ones exact

struct random_bits {
  std::uint64_t state = 0x9e3779b97f4a7c15ULL;
  float sign() {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
    return (state >> 40U & 1U) != 0 ? 1.0F : -1.0F;
  }
};

// y = M x, and y = M^T x; `k` columns each.
numbers forward(const table& t, const numbers& x, std::size_t k) {
  numbers y(t.rows.size() * k);
  for (std::size_t r = 0; r < t.rows.size(); ++r)
    for (const cell& c : t.rows[r])
      for (std::size_t j = 0; j < k; ++j) y[r * k + j] += c.value * x[c.column * k + j];
  return y;
}
numbers backward(const table& t, const numbers& x, std::size_t k) {
  numbers y(t.columns * k);
  for (std::size_t r = 0; r < t.rows.size(); ++r)
    for (const cell& c : t.rows[r])
      for (std::size_t j = 0; j < k; ++j) y[c.column * k + j] += c.value * x[r * k + j];
  return y;
}

std::vector<double> gram(const numbers& y, std::size_t k) {
  std::vector<double> g(k * k);
  std::vector<float> block(k * k);
  const std::size_t rows = y.size() / k;
  for (std::size_t begin = 0; begin < rows; begin += 256) {  // float within a block, double across
    std::fill(block.begin(), block.end(), 0.0F);
    for (std::size_t r = begin; r < std::min(rows, begin + 256); ++r)
      for (std::size_t a = 0; a < k; ++a)
        for (std::size_t b = 0; b < k; ++b) block[a * k + b] += y[r * k + a] * y[r * k + b];
    for (std::size_t i = 0; i < k * k; ++i) g[i] += static_cast<double>(block[i]);
  }
  return g;
}

// Makes the columns orthonormal: y = y * L^-T with the Cholesky factor of its Gram matrix.
void orthonormal(numbers& y, std::size_t k) {
  auto g = gram(y, k);
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = g[i * k + j];
      for (std::size_t m = 0; m < j; ++m) sum -= g[i * k + m] * g[j * k + m];
      g[i * k + j] = i == j ? std::sqrt(std::max(sum, 1e-12)) : sum / g[j * k + j];
    }
  }
  for (std::size_t r = 0; r < y.size() / k; ++r) {
    float* row = y.data() + r * k;
    for (std::size_t i = 0; i < k; ++i) {
      double sum = static_cast<double>(row[i]);
      for (std::size_t m = 0; m < i; ++m) sum -= g[i * k + m] * static_cast<double>(row[m]);
      row[i] = static_cast<float>(sum / g[i * k + i]);
    }
  }
}

// Eigenvalues and eigenvectors (columns) of a symmetric matrix, by Jacobi's rotations.
void eigen(std::vector<double>& a, std::vector<double>& v, std::size_t k) {
  v.assign(k * k, 0);
  for (std::size_t i = 0; i < k; ++i) v[i * k + i] = 1;
  for (int sweep = 0; sweep < 12; ++sweep) {
    double off = 0, diagonal = 0;
    for (std::size_t p = 0; p < k; ++p) {
      diagonal += a[p * k + p] * a[p * k + p];
      for (std::size_t q = p + 1; q < k; ++q) off += a[p * k + q] * a[p * k + q];
    }
    if (off < 1e-18 * diagonal) break;
    for (std::size_t p = 0; p < k; ++p) {
      for (std::size_t q = p + 1; q < k; ++q) {
        if (std::abs(a[p * k + q]) < 1e-300) continue;
        const double theta = (a[q * k + q] - a[p * k + p]) / (2 * a[p * k + q]);
        const double t = (theta >= 0 ? 1 : -1) / (std::abs(theta) + std::sqrt(theta * theta + 1));
        const double c = 1 / std::sqrt(t * t + 1), s = t * c;
        for (std::size_t i = 0; i < k; ++i) {
          const double x = a[p * k + i], y = a[q * k + i];
          a[p * k + i] = c * x - s * y;
          a[q * k + i] = s * x + c * y;
        }
        for (std::size_t i = 0; i < k; ++i) {
          const double x = a[i * k + p], y = a[i * k + q];
          a[i * k + p] = c * x - s * y;
          a[i * k + q] = s * x + c * y;
          const double vx = v[i * k + p], vy = v[i * k + q];
          v[i * k + p] = c * vx - s * vy;
          v[i * k + q] = s * vx + c * vy;
        }
      }
    }
  }
}

}  // namespace

std::vector<float> project(const table& t, std::size_t dimensions) {
  const std::size_t k = dimensions + spare;
  random_bits random;
  numbers start(t.columns * k);
  for (float& x : start) x = random.sign();
  numbers q = forward(t, start, k);
  orthonormal(q, k);
  for (int round = 0; round < 2; ++round) {  // sharpens the first directions
    q = forward(t, backward(t, q, k), k);
    orthonormal(q, k);
  }
  auto squares = gram(backward(t, q, k), k);
  std::vector<double> turn;
  eigen(squares, turn, k);
  std::vector<std::size_t> order(k);
  for (std::size_t i = 0; i < k; ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return squares[a * k + a] > squares[b * k + b];
  });
  std::vector<float> out(t.rows.size() * dimensions);
  for (std::size_t d = 0; d < dimensions; ++d) {
    const std::size_t e = order[d];
    const double size = std::sqrt(std::sqrt(std::max(0.0, squares[e * k + e])));
    for (std::size_t r = 0; r < t.rows.size(); ++r) {
      double sum = 0;
      for (std::size_t i = 0; i < k; ++i)
        sum += static_cast<double>(q[r * k + i]) * turn[i * k + e];
      out[r * dimensions + d] = static_cast<float>(sum * size);
    }
  }
  return out;
}

}  // namespace frontdesk::vectors

// SPDX-License-Identifier: Apache-2.0
// make_vectors WORDNET-FOLDER OUT: word vectors and the dictionary, as lexical.cpp reads them.
#include "intent/flat_index.hpp"
#include "intent/lexical.hpp"
#include "intent/vectors/svd.hpp"
#include "intent/vectors/wordnet.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <fstream>

namespace {

using frontdesk::intent::hash_of;
namespace lexical = frontdesk::intent::lexical;
using namespace frontdesk::vectors;

// Counts become positive pointwise mutual information; a context's count is raised to 0.75, which
// keeps rare contexts from ruling (Levy, Goldberg, Dagan 2015).
void to_information(table& t) {
  std::vector<double> columns(t.columns), rows(t.rows.size());
  double all = 0;
  for (std::size_t r = 0; r < t.rows.size(); ++r) {
    for (const cell& c : t.rows[r]) {
      rows[r] += static_cast<double>(c.value);
      columns[c.column] += static_cast<double>(c.value);
    }
  }
  for (double& c : columns) all += c = std::pow(c, 0.75);
  for (std::size_t r = 0; r < t.rows.size(); ++r) {
    std::vector<cell> kept;
    for (const cell& c : t.rows[r]) {
      const double ratio = static_cast<double>(c.value) * all / (rows[r] * columns[c.column]);
      if (ratio > 1) kept.push_back({c.column, static_cast<float>(std::log(ratio))});
    }
    t.rows[r] = std::move(kept);
  }
}

// Rows with too little to go by go: their vectors would be noise.
void keep_known(table& t) {
  table kept;
  kept.columns = t.columns;
  kept.words = std::move(t.words);
  for (std::size_t r = 0; r < t.rows.size(); ++r) {
    const bool letters = std::all_of(t.stems[r].begin(), t.stems[r].end(), [](char c) {
      return c >= 'a' && c <= 'z';
    });
    if (!letters || t.stems[r].size() < 2 || t.rows[r].size() < 24) continue;
    kept.stems.push_back(t.stems[r]);
    kept.rows.push_back(std::move(t.rows[r]));
  }
  t = std::move(kept);
}

void put(std::ofstream& out, const void* bytes, std::size_t n) {
  out.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(n));
}

// Two counts; hashes of stems, ascending; their vectors; hashes of dictionary words, ascending.
void write(const table& t, const std::vector<float>& vectors, const char* path) {
  std::vector<std::pair<std::uint32_t, std::size_t>> order;
  for (std::size_t r = 0; r < t.stems.size(); ++r)
    order.emplace_back(static_cast<std::uint32_t>(hash_of(t.stems[r])), r);
  std::sort(order.begin(), order.end());
  std::vector<std::uint32_t> hashes, words;
  for (const auto& [hash, row] : order) hashes.push_back(hash);
  for (const auto& word : t.words) words.push_back(static_cast<std::uint32_t>(hash_of(word)));
  std::sort(words.begin(), words.end());
  std::ofstream out(path, std::ios::binary);
  const std::uint32_t counts[2] = {
      static_cast<std::uint32_t>(hashes.size()), static_cast<std::uint32_t>(words.size())};
  put(out, counts, sizeof counts);
  put(out, hashes.data(), hashes.size() * 4);
  put(out, words.data(), words.size() * 4);
  for (const auto& [hash, row] : order) {
    const float* v = vectors.data() + row * lexical::dimensions;
    double squares = 0;
    for (std::size_t d = 0; d < lexical::dimensions; ++d)
      squares += static_cast<double>(v[d] * v[d]);
    const double scale = squares > 0 ? lexical::length / std::sqrt(squares) : 0;
    std::int8_t bytes[lexical::dimensions];
    for (std::size_t d = 0; d < lexical::dimensions; ++d) {
      const double value = std::round(static_cast<double>(v[d]) * scale);
      bytes[d] = static_cast<std::int8_t>(std::clamp(value, -127.0, 127.0));
    }
    put(out, bytes, sizeof bytes);
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) return 2;
  table t = read_wordnet(argv[1]);
  to_information(t);
  keep_known(t);
  write(t, project(t, lexical::dimensions), argv[2]);
  std::printf("vectors: %zu stems, %zu words\n", t.stems.size(), t.words.size());
  return 0;
} catch (const std::exception& e) {
  std::fprintf(stderr, "make_vectors: %s\n", e.what());
  return 3;
}

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
  kept.above = std::move(t.above);
  kept.senses = std::move(t.senses);
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

template <class T>
void put(std::ofstream& out, const std::vector<T>& all) {
  put(out, all.data(), all.size() * sizeof(T));
}

// Of each kind the one above; hashes of stems that have senses, ascending; their senses.
struct kinds {
  std::vector<std::uint32_t> above, hashes;
  std::vector<lexical::senses> senses;
  explicit kinds(const table& t) : above(t.above) {
    std::vector<std::pair<std::uint32_t, lexical::senses>> order;
    for (const auto& [stem, parts] : t.senses) {
      lexical::senses most_usual = lexical::no_senses;
      for (std::size_t part = 0; part < parts.size(); ++part)
        std::copy_n(
            parts[part].begin(),
            std::min(parts[part].size(), most_usual[part].size()),
            most_usual[part].begin()
        );
      order.emplace_back(static_cast<std::uint32_t>(hash_of(stem)), most_usual);
    }
    std::sort(order.begin(), order.end());
    for (const auto& [hash, of] : order) {
      hashes.push_back(hash);
      senses.push_back(of);
    }
  }
};

// Four counts; hashes of stems, ascending; hashes of dictionary words, ascending; kinds; the stems'
// vectors.
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
  const kinds k(t);
  std::vector<std::uint32_t> counts;
  for (const auto count : {hashes.size(), words.size(), k.above.size(), k.hashes.size()})
    counts.push_back(static_cast<std::uint32_t>(count));
  put(out, counts);
  put(out, hashes);
  put(out, words);
  put(out, k.above);
  put(out, k.hashes);
  put(out, k.senses);
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
  std::printf(
      "vectors: %zu stems, %zu words; %zu kinds of %zu stems\n",
      t.stems.size(),
      t.words.size(),
      t.above.size(),
      t.senses.size()
  );
  return 0;
} catch (const std::exception& e) {
  std::fprintf(stderr, "make_vectors: %s\n", e.what());
  return 3;
}

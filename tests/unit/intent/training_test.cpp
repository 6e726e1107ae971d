// SPDX-License-Identifier: Apache-2.0
#include "intent/adjust.hpp"
#include "intent/descent.hpp"
#include "intent/encoder.hpp"
#include "intent/linear.hpp"
#include "intent/parallel.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace frontdesk::intent;

namespace {

// Two words that tell two labels apart, and one that both have, a thousand times as often.
struct small_problem {
  sparse examples, units;
  linear_problem p;
  explicit small_problem(std::size_t pairs) {
    for (std::size_t i = 0; i < pairs; ++i) {
      examples.add_row(std::vector<entry>{{0, 1.0F}, {2, 1.0F}});
      examples.add_row(std::vector<entry>{{1, 1.0F}, {2, 1.0F}});
      p.labels.insert(p.labels.end(), {0, 1});
    }
    p.examples = &examples;
    p.units = &units;
    p.plain = p.weights = 3;
    p.label_count = 2;
    p.cost = 1;
  }
};

}  // namespace

TEST_CASE("descent: a valley a million times longer than wide is no obstacle", "[training]") {
  const std::vector<float> bends{1e6F, 1.0F};
  const auto valley = [&](const table<float>& x, table<float>& slope) {
    double value = 0;
    for (std::size_t r = 0; r < 2; ++r) {
      const double off = static_cast<double>(x.row(r)[0]) - 3;
      value += 0.5 * static_cast<double>(bends[r]) * off * off;
      std::fill_n(slope.row(r), slope.stride(), 0.0F);
      slope.row(r)[0] = static_cast<float>(static_cast<double>(bends[r]) * off);
    }
    return value;
  };
  table<float> x(2, 1);
  descent_memory memory;
  descend(x, valley, bends, {12, 1e-9}, memory);
  CHECK(std::abs(static_cast<double>(x.row(0)[0]) - 3) < 1e-3);
  CHECK(std::abs(static_cast<double>(x.row(1)[0]) - 3) < 1e-2);
}

TEST_CASE("training: at the end each weight is what the examples pull", "[training]") {
  const small_problem s(400);  // enough for two threads
  const auto w = train(s.p, {60, 1e-12});
  // The slope is 0: weight 0 of label 0 is the sum of 1 - p over its examples, and the word that
  // both have says nothing.
  const double apart = static_cast<double>(w.row(0)[0] - w.row(1)[0]);
  const double p = 1 / (1 + std::exp(-apart));
  CHECK(std::abs(static_cast<double>(w.row(0)[0]) - 400 * (1 - p)) < 0.05);
  CHECK(std::abs(static_cast<double>(w.row(2)[0] - w.row(2)[1])) < 1e-3);
}

TEST_CASE("training: an example that is left out leaves no trace", "[training]") {
  const small_problem s(3);
  std::vector<char> left_out(6);
  left_out[0] = left_out[2] = left_out[4] = 1;  // all that have word 0
  table<float> w;
  regression(s.p).train(w, {40, 1e-9}, &left_out);
  CHECK(w.row(0)[0] == 0);
  CHECK(w.row(1)[1] > 0);
}

TEST_CASE("training: the memory of an earlier training leaves no trace", "[training]") {
  const small_problem s(400);
  std::vector<char> left_out(800);
  left_out[1] = 1;
  regression of(s.p);
  table<float> first, second;
  of.train(first, {7, 1e-12}, &left_out);
  of.train(second, {60, 1e-12});
  CHECK(second.numbers() == train(s.p, {60, 1e-12}).numbers());
}

namespace {

double probability(const table<float>& w, std::vector<std::uint32_t> words, int label) {
  double apart = 0;
  for (const auto at : words) apart += static_cast<double>(w.row(at)[label] - w.row(at)[1 - label]);
  return 1 / (1 + std::exp(-apart));
}

}  // namespace

TEST_CASE("adjusting: a few new examples count beside many, and can be taken back", "[training]") {
  constexpr auto fresh = encoder::is_new;
  const small_problem before(40);
  const auto start = train(before.p, {60, 1e-9});
  // Three examples that say the opposite of word 0, and none that go.
  small_problem after(40);
  std::vector<std::uint32_t> was;
  for (std::uint32_t i = 0; i < 80; ++i) was.push_back(i);
  for (int i = 0; i < 3; ++i) {
    after.examples.add_row(std::vector<entry>{{0, 1.0F}, {2, 1.0F}});
    after.p.labels.push_back(1);
    was.push_back(fresh);
  }
  auto adjusted = start;
  adjust(adjusted, before.p, after.p, was);
  const auto trained = train(after.p, {60, 1e-9});
  const double first = probability(start, {0, 2}, 0);
  const double wanted = probability(trained, {0, 2}, 0), got = probability(adjusted, {0, 2}, 0);
  CHECK(wanted < first - 0.01);
  CHECK(got < first - 0.5 * (first - wanted));
  CHECK(got > 0.5);  // three do not outvote forty
  CHECK(std::abs(probability(adjusted, {1, 2}, 1) - probability(start, {1, 2}, 1)) < 0.05);
  // And without them again it goes back.
  std::vector<std::uint32_t> kept(was.begin(), was.begin() + 80);
  adjust(adjusted, after.p, before.p, kept);
  CHECK(std::abs(probability(adjusted, {0, 2}, 0) - first) < 0.5 * (first - got));
}

TEST_CASE("sparse: turned round twice it is the same", "[training]") {
  sparse m;
  m.add_row(std::vector<entry>{{4, 1.5F}, {0, -2.0F}});
  m.add_row(std::vector<entry>{});
  m.add_row(std::vector<entry>{{0, 3.0F}});
  const auto turned = transposed(m, 5);
  REQUIRE(turned.rows() == 5);
  REQUIRE(turned.row(0).size() == 2);
  CHECK(turned.row(0)[0].value == -2.0F);
  CHECK(turned.row(0)[1].at == 2);
  CHECK(turned.row(4)[0].value == 1.5F);
  const auto back = transposed(turned, 3);
  CHECK(back.row(0).size() == 2);
  CHECK(back.row(1).empty());
  CHECK(back.row(2)[0].value == 3.0F);
}

TEST_CASE("halves: every row is done once, whatever their number", "[training]") {
  const std::size_t n = GENERATE(0U, 1U, 255U, 256U, 1001U);
  std::vector<int> times(n);
  in_halves(n, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) ++times[i];
  });
  CHECK(times == std::vector<int>(n, 1));
}

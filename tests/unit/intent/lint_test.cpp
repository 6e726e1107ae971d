// SPDX-License-Identifier: Apache-2.0
// Every fault that is planted into rules without a fault must be found, where it stands.
#include "intent/check.hpp"
#include "intent/pattern_samples.hpp"
#include "intent/reading.hpp"
#include "unit/intent/planted.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace frontdesk::intent;
using std::chrono::year;

namespace {

const auto today = year(2026) / 11 / 23;

std::vector<finding> found_in(const file_set& files) {
  auto read = parse(files);
  auto out = read.findings;
  for (auto& f : check(read.model, today)) out.push_back(std::move(f));
  const bool broken = std::any_of(out.begin(), out.end(), [](const finding& f) {
    return f.severity == severity::error;
  });
  if (broken) return out;
  const auto by = rules::make(std::move(read.model));
  for (auto& f : lint(*by, hold_aside(by->source()))) out.push_back(std::move(f));
  return out;
}

std::string told(const std::vector<finding>& all) {
  std::string out;
  for (const auto& f : all) out += to_text(f) + '\n';
  return out;
}

const finding* find(const std::vector<finding>& in, const planted& fault) {
  const auto it = std::find_if(in.begin(), in.end(), [&](const finding& f) {
    return f.sentence.find(fault.sentence) != std::string::npos;
  });
  return it == in.end() ? nullptr : &*it;
}

// The witness of an overlap must go wrong: rules that have not seen it take it for the other topic.
void check_that_it_goes_wrong(model m, const finding& f) {
  std::string wanted;
  for (auto& t : m.topics) {
    for (auto& list : t.examples.each) {
      if (std::erase(list, f.witness) > 0) wanted = t.id;
    }
  }
  REQUIRE_FALSE(wanted.empty());
  const auto by = rules::make(std::move(m));
  const auto r = read(*by, f.witness, {});
  REQUIRE_FALSE(r.candidates.empty());
  CHECK(r.candidates.front().topic != wanted);
}

}  // namespace

TEST_CASE("rules into which no fault is planted have no findings", "[lint]") {
  CHECK(told(found_in(clean_rules())) == "");
}

TEST_CASE("every planted fault is found at its place, with its witness", "[lint]") {
  REQUIRE(all_planted().size() >= 20);
  for (const auto& fault : all_planted()) {
    DYNAMIC_SECTION(fault.name) {
      auto files = clean_rules();
      plant(fault, files);
      const auto all = found_in(files);
      INFO(told(all));
      const auto* f = find(all, fault);
      REQUIRE(f);
      CHECK(f->at.line > 0);
      if (!fault.marker.empty()) {
        const auto at = where(fault, files);
        CHECK(f->at.file == at.file);
        CHECK(f->at.line == at.line);
        CHECK(f->at.column == at.column);
      }
      if (fault.witness != "*") {
        CHECK(f->witness == fault.witness);
      } else {
        check_that_it_goes_wrong(parse(files).model, *f);
      }
    }
  }
}

TEST_CASE("messages are made from a pattern", "[lint]") {
  const std::vector<lines> groups{{"price", "fee"}};
  CHECK(patterns::samples("what is", groups, 8) == lines{"what is"});
  CHECK(patterns::samples("(a|b c) * d", groups, 8) == lines{"a d", "b c d"});
  CHECK(patterns::samples("[x] ~price", groups, 1) == lines{"x price"});
  CHECK(patterns::samples("x \"", groups, 8).empty());
}

TEST_CASE("the interval of a share is Wilson's", "[lint]") {
  // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  const auto rounded = [](share s) {
    const auto [low, high] = wilson(s);
    return std::pair(std::round(low * 1e4) / 1e4, std::round(high * 1e4) / 1e4);
  };
  CHECK(rounded({81, 263}) == std::pair(0.2553, 0.3662));
  CHECK(rounded({15, 148}) == std::pair(0.0624, 0.1605));
  CHECK(rounded({0, 20}) == std::pair(0.0, 0.1611));
  CHECK(rounded({1, 29}) == std::pair(0.0061, 0.1718));
  CHECK(rounded({0, 0}) == std::pair(0.0, 1.0));
}

TEST_CASE("each example is held aside once when there are few", "[lint]") {
  const auto m = parse(clean_rules()).model;
  const auto held = hold_aside(m);
  CHECK(held.folds == 5);
  CHECK(held.right.whole == 24);
  CHECK(held.turned_away.whole == 24);
  CHECK(held.none_refused.whole == 4);
  CHECK(held.right.part + held.turned_away.part + held.wrong.size() == 24);
}

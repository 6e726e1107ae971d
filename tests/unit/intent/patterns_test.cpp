// SPDX-License-Identifier: Apache-2.0
#include "intent/loading.hpp"
#include "intent/pattern_set.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <random>

using namespace frontdesk::intent;

namespace {

by_language<std::vector<lines>> synonyms() {
  by_language<std::vector<lines>> out;
  out[language::en] = {{"fibromyalgia", "fibro", "fms"}, {"cost", "price tag"}};
  return out;
}

// The words of the message that the pattern took, in brackets; "-" when it does not match.
std::string taken(const std::string& pattern, const std::string& message, language in) {
  const auto groups = synonyms();
  patterns::set set(groups);
  set.add(pattern, in);
  set.finish();
  const auto words = tokenise(message);
  const auto atoms = set.look(words);
  if (set.find(atoms).empty()) return "-";
  patterns::word_set marks(words.size());
  set.at(0).mark(atoms, marks, {});
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (marks.has(i)) out += (out.empty() ? "" : " ") + words[i].normal;
  }
  return out;
}

}  // namespace

TEST_CASE("a pattern takes the words that it names", "[patterns]") {
  std::string pattern, message, words;
  std::tie(pattern, message, words) = GENERATE(table<std::string, std::string, std::string>({
      {"infusion", "How many INFUSIONS?", "infusions"},
      {"\"infusion\"", "how many infusions", "-"},
      {"\"infusion\"", "one infusion", "infusion"},
      {"infus*", "infusing", "infusing"},
      {"how many (infusion|treatment session)",
       "and how many treatment sessions",
       "how many treatment sessions"},
      {"how many (infusion|treatment session)", "how many treatments", "-"},
      {"book [an|one] visit", "i book visits", "book visits"},
      {"book [an|one] visit", "book an visit", "book an visit"},
      {"book [an|one] visit", "book my visit", "-"},
      {"what is ~fibro", "what is FMS", "what is fms"},
      {"~cost of it", "the price tag of it", "price tag of it"},
      {"want * die", "i want so very much die", "want die"},
      {"want * die", "i want so very much to die", "-"},
      {"want *7 die", "i want so very much to die", "want die"},
      {"< hours >", "hours?", "hours"},
      {"< hours", "the hours", "-"},
      {"hours >", "hours today", "-"},
      {"don't know", "i dont know", "dont know"},
      {"dont know", "i don’t know", "dont know"},
      {"(a|[b] c) d", "c d", "c d"},
      {"no", "", "-"},
  }));
  CAPTURE(pattern, message);
  CHECK(taken(pattern, message, language::en) == words);
}

TEST_CASE("accents and endings do not matter in Spanish either", "[patterns]") {
  CHECK(taken("cuántas (infusión|sesión)", "cuantas infusiones", language::es) != "-");
  CHECK(taken("niños", "mi nino", language::es) == "nino");
}

TEST_CASE("a fault is shown where it stands inside the pattern", "[patterns]") {
  std::string pattern, sentence;
  int at = 0;
  std::tie(pattern, at, sentence) = GENERATE(table<std::string, int, std::string>({
      {"a (b|c", 2, "This bracket is not closed"},
      {"a b)", 3, "closes a bracket that was never opened"},
      {"a | b", 2, "stands between alternatives"},
      {"a (b|)", 5, "An alternative is empty"},
      {"a \"b", 2, "The quotation mark is not closed."},
      {"a < b", 2, "\"<\" can only stand at the beginning"},
      {"a > b", 4, "\">\" can only stand at the end"},
      {"a *99 b", 2, "A gap may be 1 to 20 words wide."},
      {"[a] *", 0, "would match without any word"},
      {"a ~", 3, "After \"~\" stands a word"},
      {"((((((((a))))))))", 6, "nested too deep"},
      {"", 0, "without any word"},
      {"a (b]", 2, "This bracket is not closed with \")\""},
  }));
  CAPTURE(pattern);
  const auto read = patterns::parse(pattern);
  CHECK_THAT(read.fault, Catch::Contains(sentence));
  if (pattern != "a > b") CHECK(read.fault_at == static_cast<std::size_t>(at));
}

TEST_CASE("a faulty pattern in a file is told with its own column", "[patterns][loading]") {
  const auto l = parse(
      {{"x.json",
        "{\"intents\": [{\"id\": \"a.b\", \"title\": {}, \"kind\": \"practical\",\n"
        "  \"patterns\": {\"en\": [\"\\\"say\\\" (this\"]}}]}"}}
  );
  REQUIRE(l.findings.size() == 1);
  CHECK_THAT(to_text(l.findings[0]), Catch::StartsWith("x.json:2:32: error: This bracket"));
}

TEST_CASE("a mask hides exactly the words that it covers", "[patterns]") {
  patterns::set set;
  set.add("killing (me|myself)", language::en);
  set.finish();
  const auto words = tokenise("the pain is killing me i am killing myself");
  const auto atoms = set.look(words);
  patterns::word_set masked(words.size());
  masked.add(3);  // "killing"
  masked.add(4);  // "me"
  CHECK(set.find(atoms, {}, &masked).size() == 1);
  masked.add(7);  // one word outside is enough
  CHECK(set.find(atoms, {}, &masked).size() == 1);
  masked.add(8);
  CHECK(set.find(atoms, {}, &masked).empty());
}

namespace {

// The same language by trying everything: slow, obvious, only for small patterns.
using then = std::function<bool(std::size_t)>;
bool tries(
    const patterns::row& r,
    std::size_t i,
    const std::vector<token>& w,
    std::size_t at,
    const then& next
);
bool tries(
    const patterns::element& e, const std::vector<token>& w, std::size_t at, const then& next
) {
  using type = patterns::part;
  if (e.optional && next(at)) return true;
  if (e.type == type::gap) {
    for (std::size_t n = 0; n <= static_cast<std::size_t>(e.words) && at + n <= w.size(); ++n) {
      if (next(at + n)) return true;
    }
    return false;
  }
  if (e.type == type::group) {
    for (const auto& r : e.oneof) {
      if (tries(r, 0, w, at, next)) return true;
    }
    return false;
  }
  return at < w.size() && w[at].normal == e.text && next(at + 1);
}
bool tries(
    const patterns::row& r,
    std::size_t i,
    const std::vector<token>& w,
    std::size_t at,
    const then& next
) {
  if (i == r.size()) return next(at);
  return tries(r[i], w, at, [&](std::size_t to) { return tries(r, i + 1, w, to, next); });
}
bool oracle(const patterns::pattern& p, const std::vector<token>& w) {
  for (std::size_t from = 0; from < (p.first ? 1 : w.size()); ++from) {
    const auto ends = [&](std::size_t to) { return !p.last || to == w.size(); };
    if (tries(p.row, 0, w, from, ends)) return true;
  }
  return false;
}

std::string random_pattern(std::mt19937& random, int depth) {
  const auto pick = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  const char* words[] = {"ba", "ko", "mi"};
  std::string out;
  for (unsigned n = 1 + pick(3); n > 0; --n) {
    const auto kind = pick(depth > 2 ? 4 : 7);
    if (kind < 3) out += words[pick(3)];
    if (kind == 3) out += pick(2) ? "*1" : "*2";
    if (kind > 3) {
      out += kind == 4 ? '[' : '(';
      out += random_pattern(random, depth + 1);
      if (pick(2)) out += '|' + random_pattern(random, depth + 1);
      out += kind == 4 ? ']' : ')';
    }
    out += ' ';
  }
  return out;
}

}  // namespace

TEST_CASE("the automaton agrees with trying everything", "[patterns]") {
  std::mt19937 random(7);
  int matched = 0, parsed = 0;
  for (int i = 0; i < 4000; ++i) {
    auto text = random_pattern(random, 0);
    if (random() % 4 == 0) text = "< " + text;
    if (random() % 4 == 0) text += " >";
    const auto read = patterns::parse(text);
    if (!read.fault.empty()) continue;
    ++parsed;
    patterns::set set;
    set.add(text, language::en);
    set.finish();
    std::string message;
    for (auto n = random() % 6; n > 0; --n)
      message += std::string("ba ko mi zu ").substr(random() % 4 * 3, 3);
    const auto words = tokenise(message);
    const bool found = !set.find(set.look(words)).empty();
    CAPTURE(text, message);
    REQUIRE(found == oracle(read.pattern, words));
    matched += found;
  }
  CHECK(parsed > 1500);
  CHECK(matched > 300);
}

TEST_CASE("a pattern matches wherever it stands in a long message", "[patterns]") {
  for (std::size_t before = 58; before < 132; ++before) {
    std::string message;
    for (std::size_t i = 0; i < before; ++i) message += "word ";
    CAPTURE(before);
    CHECK(
        taken("want * (die|be dead)", message + "i want so to be dead", language::en) ==
        "want be dead"
    );
    CHECK(taken("be dead >", message + "i want to be dead", language::en) == "be dead");
    CHECK(taken("be dead >", message + "i want to be dead word", language::en) == "-");
    CHECK(taken("want * die", message + "want a b c d e f die", language::en) == "-");
  }
}

TEST_CASE("only patterns of the range are looked for", "[patterns]") {
  patterns::set set;
  for (const char* p : {"big dog", "dog", "dog house", "cat"}) set.add(p, language::en);
  set.finish();
  const auto atoms = set.look(tokenise("a big dog has a dog house"));
  using found = std::vector<std::size_t>;
  CHECK(set.find(atoms) == found{0, 1, 2});
  CHECK(set.find(atoms, {1, 2}) == found{1});
  CHECK(set.find(atoms, {2}) == found{2});
  CHECK(set.find(atoms, {3, 4}).empty());
}

TEST_CASE("a pattern made to blow up costs no more than its length", "[patterns]") {
  std::string bomb = "a";
  for (int i = 0; i < 200; ++i) bomb += " * [a|a a|a *20 a]";
  patterns::set set;
  set.add(bomb + " zzz", language::en);
  set.add(bomb + " a", language::en);
  set.finish();
  std::string message;
  for (int i = 0; i < 1000; ++i) message += "a ";
  const auto words = tokenise(message);
  CHECK(set.find(set.look(words)) == std::vector<std::size_t>{1});
}

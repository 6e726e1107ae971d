// SPDX-License-Identifier: Apache-2.0
#include "intent/asked.hpp"
#include "intent/clauses.hpp"
#include "intent/kernels.hpp"
#include "intent/lexical.hpp"
#include "intent/matcher.hpp"
#include "intent/neighbours.hpp"
#include "intent/reading.hpp"
#include "intent/spelling.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace frontdesk::intent;

namespace {

// A desk of three topics, small enough to train in a test.
model small_desk() {
  model m;
  const auto add = [&](const char* id, lines en, lines es) {
    topic t;
    t.id = id;
    t.examples[language::en] = std::move(en);
    t.examples[language::es] = std::move(es);
    m.topics.push_back(std::move(t));
  };
  add("clinic.cost",
      {"how much does it cost",
       "what is the price",
       "what does a session cost",
       "price please",
       "is it expensive",
       "what do you charge",
       "just the price"},
      {"cuanto cuesta", "cual es el precio", "cuanto cobran", "es caro el tratamiento"});
  add("visit.book",
      {"i want to book a visit",
       "book an appointment",
       "schedule a consultation",
       "can i come in for an appointment",
       "make an appointment please"},
      {"quiero una cita", "quisiera agendar una consulta", "hacer una cita por favor"});
  add("ketamine.how_it_helps",
      {"how would ketamine help me",
       "how does ketamine work",
       "why would ketamine help pain",
       "what does ketamine do for fibromyalgia"},
      {"como ayuda la ketamina", "como funciona la ketamina", "por que ayudaria la ketamina"});
  add("chat.greeting", {"hi", "hello", "good morning", "hey there"}, {"hola", "buenos dias"});
  return m;
}

const rules& desk() {
  static const rules_ptr r = rules::make(small_desk());
  return *r;
}

std::string top(std::string_view text) {
  const reading r = read(desk(), text, {});
  return r.candidates.empty() ? "" : r.candidates.front().topic;
}

}  // namespace

TEST_CASE("matcher: what was written otherwise is still understood", "[matcher]") {
  const auto [text, topic] = GENERATE(Catch::Generators::table<std::string, std::string>({
      {"so whats the price then", "clinic.cost"},
      {"hw much dose it csot", "clinic.cost"},
      {"APPOINTMENT", "visit.book"},
      {"could i schedule a visit", "visit.book"},
      {"¿Cuánto cuesta?", "clinic.cost"},
      {"kiero una cita x favor", "visit.book"},
      {"how does ketmaine work", "ketamine.how_it_helps"},
  }));
  CHECK(top(text) == topic);
}

TEST_CASE("matcher: the same rules give the same numbers, bit for bit", "[matcher]") {
  const auto again = rules::make(small_desk());
  for (const char* text : {"how much", "hola quiero una cita", "zzz", "ketamine price"}) {
    const reading a = read(desk(), text, {}), b = read(*again, text, {});
    CHECK(a.confidence == b.confidence);
    REQUIRE(a.candidates.size() == b.candidates.size());
    for (std::size_t i = 0; i < a.candidates.size(); ++i)
      CHECK(a.candidates[i].score == b.candidates[i].score);
  }
}

TEST_CASE("matcher: a warm start reads like a cold one", "[matcher]") {
  const auto warm = rules::make(small_desk(), &desk());
  CHECK(read(*warm, "price please", {}).topics.front().topic == "clinic.cost");
}

namespace {

// Enough examples to be worth adjusting; without titles.
model large_desk() {
  model m = small_desk();
  auto& cost = m.topics[0].examples[language::en];
  auto& book = m.topics[1].examples[language::en];
  for (int i = 0; i < 500; ++i) {
    cost.push_back("price of thing " + std::to_string(i));
    book.push_back("book a visit on day " + std::to_string(i));
  }
  return m;
}

const rules& large() {
  static const rules_ptr r = rules::make(large_desk());
  return *r;
}

// Whatever the confidence: examples as alike as these set the bar for it very high.
std::string best_topic(const rules& by, std::string_view text) {
  return read(by, text, {}).candidates.front().topic;
}

void check_same_numbers(const rules& a, const rules& b, std::string_view text) {
  const auto x = read(a, text, {}), y = read(b, text, {});
  CHECK(x.confidence == y.confidence);
  REQUIRE(x.candidates.size() == y.candidates.size());
  for (std::size_t i = 0; i < x.candidates.size(); ++i)
    CHECK(x.candidates[i].score == y.candidates[i].score);
}

}  // namespace

TEST_CASE("matcher: a new example is learned on top of what is known", "[matcher]") {
  model edited = large_desk();
  edited.topics[2].examples[language::en].push_back("tell me of the zebra stripes");
  const auto warm = rules::make(edited, &large());
  CHECK(warm->adjusted());
  CHECK(best_topic(large(), "tell me of the zebra stripes") != "ketamine.how_it_helps");
  CHECK(best_topic(*warm, "tell me of the zebra stripes") == "ketamine.how_it_helps");
  for (const char* kept : {"price please", "book an appointment", "how does ketamine work"})
    CHECK(best_topic(*warm, kept) == best_topic(large(), kept));

  CHECK(rules::make(edited, warm.get())->adjusted());  // an edit of an answer: nothing to learn
  const auto anew = rules::make_anew(*warm);
  CHECK_FALSE(anew->adjusted());
  const auto cold = rules::make(edited);
  for (const char* text : {"zebra stripes", "price please", "zzz"})
    check_same_numbers(*anew, *cold, text);
}

TEST_CASE("matcher: an example that moves to another topic takes its words along", "[matcher]") {
  model edited = large_desk();
  auto& from = edited.topics[0].examples[language::en];
  from.erase(std::find(from.begin(), from.end(), "what do you charge"));
  edited.topics[1].examples[language::en].push_back("what do you charge");
  const auto warm = rules::make(edited, &large());
  CHECK(warm->adjusted());
  CHECK(best_topic(large(), "what do you charge") == "clinic.cost");
  CHECK(best_topic(*warm, "what do you charge") == "visit.book");
}

TEST_CASE("matcher: many changes, another topic and small rules are learned anew", "[matcher]") {
  model edited = large_desk();
  for (int i = 0; i < 50; ++i)
    edited.topics[3].examples[language::en].push_back("greetings " + std::to_string(i));
  CHECK_FALSE(rules::make(edited, &large())->adjusted());
  edited = large_desk();
  edited.topics[3].id = "chat.thanks";
  CHECK_FALSE(rules::make(edited, &large())->adjusted());
  edited = small_desk();
  edited.topics[3].examples[language::en].push_back("greetings");
  CHECK_FALSE(rules::make(edited, &desk())->adjusted());
}

TEST_CASE("matcher: a new synonym is known at once", "[matcher]") {
  model edited = large_desk();
  edited.synonyms[language::en].push_back({"price", "damages"});
  const auto warm = rules::make(edited, &large());
  CHECK(warm->adjusted());
  REQUIRE_FALSE(explain(*warm, "the dmages", {}).repairs.empty());
  CHECK(explain(*warm, "the dmages", {}).repairs.front().to == "damages");
  check_same_numbers(*rules::make_anew(*warm), *rules::make(edited), "price please");
}

TEST_CASE("matcher: the language is that of the words, else of the conversation", "[language]") {
  const auto in = [](std::string_view text, std::optional<language> preferred) {
    return read(desk(), text, {preferred, {}}).language;
  };
  CHECK(in("cuanto cuesta el tratamiento", language::en) == language::es);
  CHECK(in("how much does it cost", language::es) == language::en);
  CHECK(in("ok", language::es) == language::es);
  CHECK(in("", language::es) == language::es);
}

TEST_CASE("reading: two questions are answered in the order asked", "[reading]") {
  const reading r = read(desk(), "how would ketamine help my fibro and what does it cost", {});
  REQUIRE(r.topics.size() == 2);
  CHECK(r.topics[0].topic == "ketamine.how_it_helps");
  CHECK(r.topics[1].topic == "clinic.cost");
}

TEST_CASE("reading: a part that only tells a story is no question of its own", "[reading]") {
  part_signs told;
  told.score = 0.9;
  told.in_whole = 0.001;
  told.words = 6;
  told.parts = 2;
  CHECK(asked(told) < 0);
  part_signs question = told;
  question.asks = true;
  question.score = 0.999;
  CHECK(asked(question) > 0);
  part_signs alone = told;
  alone.whole_says_so = true;
  alone.in_whole = 0.99;
  alone.whole_confidence = 0.95;
  CHECK(asked(alone) > asked(told));
}

TEST_CASE("reading: what is set against the wish is not answered", "[reading]") {
  const auto [text, negated] = GENERATE(Catch::Generators::table<std::string, bool>({
      {"not the price, the address", true},
      {"i'm not cancelling, i need a later time", true},
      {"no el precio, la direccion", true},
      {"no insurance, how much", false},
      {"el precio no, la direccion", true},
      {"no cuantas, cuanto tarda cada una", true},
      {"i know what it costs, where are you", true},
      {"ya se cuanto cuesta, donde estan", true},
      {"don't tell me how it helps, tell me what it is", true},
      {"ya no puedo con el dolor, donde estan", false},
      {"the price, not the address", false},
  }));
  CHECK(clauses_of(tokenise(text)).front().negated == negated);
}

TEST_CASE("reading: a greeting beside a question is the question", "[reading]") {
  const reading r = read(desk(), "Hi! How much does it cost?", {});
  REQUIRE(r.topics.size() == 1);
  CHECK(r.topics[0].topic == "clinic.cost");
}

TEST_CASE("reading: what is not wanted is not what is meant", "[reading]") {
  const reading r = read(desk(), "i don't want to book an appointment, just the price", {});
  REQUIRE_FALSE(r.topics.empty());
  CHECK(r.topics[0].topic == "clinic.cost");
}

TEST_CASE("reading: time grows with the length only, whatever is sent", "[reading]") {
  const auto unit = GENERATE(
      as<std::string>{}, "a", "price ", "prcie ", "and ", "?", "👍", "مرحبا ", "\x01", "qz w ", "a,"
  );
  std::string text;
  while (text.size() < 16'000) text += unit;
  const auto start = std::chrono::steady_clock::now();
  const reading r = read(desk(), text, {});
  // Quadratic work over 8,000 words would take minutes; sanitizers on a busy machine are slow.
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  CHECK(r.confidence >= 0);
}

TEST_CASE("explain: names the words, repairs and examples that counted", "[reading]") {
  const explanation e = explain(desk(), "what is the prcie", {});
  REQUIRE_FALSE(e.words.empty());
  CHECK(e.words.front().word == "prcie");
  REQUIRE(e.repairs.size() == 1);
  CHECK(e.repairs[0].to == "price");
  REQUIRE_FALSE(e.nearest.empty());
  CHECK(e.nearest[0].example == "what is the price");
}

TEST_CASE("spelling: near words are repaired and right ones left alone", "[spelling]") {
  speller s;
  for (const char* word : {"ketamine", "appointment", "price", "the"}) s.add(word, {{3, 0}});
  const auto [from, to] = GENERATE(Catch::Generators::table<std::string, std::string>({
      {"ketamien", "ketamine"},
      {"apointmnt", "appointment"},
      {"pirce", "price"},
      {"price", ""},
      {"keratin", ""},
      {"ketchup", ""},
      {"gabapentin", ""},
      {"hte", "the"},
      {"of", ""},
      {"pr1ce", ""},
  }));
  CHECK(s.repair(from, language::en) == to);
}

TEST_CASE("spelling: the distance counts swaps as one and stops early", "[spelling]") {
  CHECK(spelling_distance("abcd", "abdc", 2) == 1);
  CHECK(spelling_distance("abc", "abc", 2) == 0);
  CHECK(spelling_distance("abc", "xyz", 2) == 3);
  CHECK(spelling_distance("", "abc", 2) == 3);
}

TEST_CASE("clauses: parts of a message", "[clauses]") {
  const auto words = tokenise("Hi there. I don't want to book, just the price and where are you?");
  const auto parts = clauses_of(words);
  REQUIRE(parts.size() == 4);
  CHECK(parts[1].negated);
  CHECK_FALSE(parts[2].negated);
  CHECK(parts[3].asks);
  CHECK(clauses_of({}).empty());
}

TEST_CASE("kernels: the exponential is right to a part in a million", "[kernels]") {
  for (float x = -80; x < 80; x += 0.37F) {
    const auto exact = std::exp(static_cast<double>(x));
    CHECK(std::abs(static_cast<double>(kernels::exponential(x)) / exact - 1) < 1e-6);
  }
  CHECK(kernels::exponential(-1000) == 0);
}

TEST_CASE("kernels: sums of products are right to six digits, whatever the length", "[kernels]") {
  for (const std::size_t n : {0U, 1U, 15U, 16U, 17U, 4096U, 10007U}) {
    std::vector<float> x, y, z;
    double xy = 0, xz = 0, size = 1;
    for (std::size_t i = 0; i < n; ++i) {
      x.push_back(std::sin(static_cast<float>(i)));
      y.push_back(std::cos(static_cast<float>(3 * i)));
      z.push_back(1 / (1 + static_cast<float>(i)));
      xy += static_cast<double>(x[i]) * static_cast<double>(y[i]);
      xz += static_cast<double>(x[i]) * static_cast<double>(z[i]);
      size += std::abs(static_cast<double>(x[i]));
    }
    CHECK(std::abs(kernels::dot(x.data(), y.data(), n) - xy) < 1e-6 * size);
    const auto both = kernels::dots(x.data(), y.data(), z.data(), n);
    CHECK(std::abs(both.first - xy) < 1e-6 * size);
    CHECK(std::abs(both.second - xz) < 1e-6 * size);
  }
}

TEST_CASE("meaning: the nearest others, nearest first, each pair from both sides", "[encoder]") {
  const auto* pain = lexical::find(stem("pain", language::en));
  const auto* ache = lexical::find(stem("ache", language::en));
  const auto* car = lexical::find(stem("car", language::en));
  REQUIRE((pain && ache && car));
  const meanings all({pain, nullptr, car, ache});
  const auto near = all.nearest();
  REQUIRE(near.size() == 4);
  REQUIRE(!near[0].empty());
  CHECK(near[0][0].at == 3);
  REQUIRE(!near[3].empty());
  CHECK(near[3][0].at == 0);
  CHECK(near[0][0].value == near[3][0].value);
  CHECK(near[1].empty());
  for (const auto& one : near)
    for (std::size_t i = 1; i < one.size(); ++i) CHECK(one[i].value <= one[i - 1].value);
  std::vector<entry> of_one_more;
  all.nearest(ache, of_one_more);
  REQUIRE(of_one_more.size() >= 2);
  CHECK(of_one_more[0].at == 3);
  CHECK(of_one_more[1].at == 0);
  CHECK(of_one_more[1].value == near[3][0].value);
}

TEST_CASE("meaning: what a word is a kind of", "[encoder]") {
  const auto kinds_of = [](std::string_view word) {
    std::vector<entry> all;
    lexical::kinds(stem(word, language::en), all);
    return all;
  };
  const auto monday = kinds_of("monday"), tuesday = kinds_of("tuesday"), tea = kinds_of("tea");
  const auto shared = [](const std::vector<entry>& a, const std::vector<entry>& b) {
    return std::count_if(a.begin(), a.end(), [&](const entry& x) {
      return std::any_of(b.begin(), b.end(), [&](const entry& y) { return x.at == y.at; });
    });
  };
  REQUIRE(monday.size() > 3);
  CHECK(monday[0].value == 1);
  CHECK(monday[1].value < 1);
  CHECK(shared(monday, tuesday) > shared(monday, tea) + 2);
  CHECK(kinds_of("in").empty());
  CHECK(kinds_of("qwertz").empty());
  CHECK(kinds_of("5pm").size() == 1);
  CHECK(kinds_of("5pm")[0].at == kinds_of("400")[0].at);
}

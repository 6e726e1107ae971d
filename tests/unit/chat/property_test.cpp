// SPDX-License-Identifier: Apache-2.0
// Random lives of a conversation: whatever visitors, staff and the clock do in whatever order, some
// things hold after every step.
#include "desk/desk.hpp"
#include "unit/chat/small_rules.hpp"

#include <catch2/catch.hpp>

#include <random>

namespace frontdesk::chat {
namespace {

const char* const texts[] = {
    "hello",
    "hours",
    "what is the price?",
    "book",
    "a person please",
    "thanks",
    "never mind",
    "yes",
    "no",
    "I want to die",
    "I cannot breathe",
    "Ana Ruiz",
    "410 555 0123",
    "ana@gmail.com",
    "tuesday mornings",
    "first time",
    "change the time",
    "none of them",
    "the first one",
    "cancel my visit",
    "reschedule",
    "I had an infusion yesterday",
    "I have a complaint",
    "en español por favor",
    "zzz yyy xxx",
    "?",
    "never mind, hours?"};
const char* const choices[] = {
    "chat.human",
    "chat.back",
    "message.leave",
    "form.confirm",
    "form.change",
    "form.cancel",
    "form.new",
    "form.skip",
    "form.change.times",
    "proposal.1",
    "proposal.none",
    "proposal.9",
    "lang.es",
    "visit.book",
    "visit.cancel",
    "visit.reschedule",
    "clinic.cost",
    "nonsense"};

class life {
 public:
  life(unsigned seed, intent::rules_ptr rules) : dice_(seed), desk_(std::move(rules)) {}

  void live(int steps) {
    for (int i = 0; i < steps; ++i) {
      before_ = desk_.state();
      visitor_wrote_ = false;
      if (act()) check();
    }
  }

 private:
  unsigned roll(std::size_t sides) { return static_cast<unsigned>(dice_() % sides); }
  std::string someone() { return roll(2) == 0 ? "ana" : "bob"; }

  bool act() {
    switch (roll(16)) {
      case 0:
        return desk_.takes(someone());
      case 1:
        return desk_.releases(someone());
      case 2:
        return desk_.staff_says(someone(), "hi");
      case 3:
        return desk_.staff_notes(someone(), "note");
      case 4:
        return roll(4) == 0 && desk_.closes(someone());
      case 5:
        return desk_.proposes(someone(), {"2026-03-20T10:00", "2026-03-21T11:00"});
      case 6:
        return desk_.confirms(someone(), "2026-03-22T09:00");
      case 7:
        return roll(4) == 0 && desk_.declines(someone());
      case 8:
        return roll(3) == 0 && desk_.clears_alert(someone());
      case 9:
        return desk_.minutes_pass(static_cast<int>(roll(20)) + 1);
      case 10:
        return roll(4) == 0 && desk_.does(visitor_ends{});
      case 11:
        return desk_.staff_online(roll(2) == 0), false;
      case 12:
      case 13:
        return visitor_wrote_ = true, desk_.taps(choices[roll(std::size(choices))]);
      default:
        return visitor_wrote_ = true, desk_.visitor(texts[roll(std::size(texts))]);
    }
  }

  void check() {
    const auto& s = desk_.state();
    const auto& said = desk_.result().said;
    auto seq = before_.last_seq;
    for (const auto& m : said) REQUIRE(m.seq == ++seq);
    REQUIRE(s.last_seq == seq);
    REQUIRE((s.status == status::staff) == s.holder.has_value());
    REQUIRE((s.status == status::waiting) == s.waiting_since.has_value());
    REQUIRE((s.status != status::closed || !s.form));
    check_bot();
    if (visitor_wrote_) check_visitor();
    if (s.request) check_request(*s.request);
  }

  // The bot answers only in turns in which it holds; the card of a crisis is the one exception.
  void check_bot() {
    const bool held = before_.status == status::staff;
    for (const auto& m : desk_.result().said) {
      REQUIRE_FALSE(m.text.empty());
      if (m.from == author::bot && held) REQUIRE((m.why && m.why->outcome == "safety"));
      REQUIRE_FALSE((m.note && m.from != author::staff));
    }
  }

  // Every visitor message gets an answer, or a person has it.
  void check_visitor() {
    const bool person = desk_.state().status == status::staff;
    REQUIRE((desk_.result().said.size() > 1 || person));
    REQUIRE(desk_.state().status != status::closed);
  }

  void check_request(const request& r) {
    REQUIRE((r.status == request_status::proposed) == !r.proposed.empty());
    if (r.status == request_status::confirmed) REQUIRE(r.appointment);
    if (before_.request && before_.request->id != r.id) {
      // A new one only when the old one is over.
      const auto old = before_.request->status;
      REQUIRE(old != request_status::open);
      REQUIRE(old != request_status::proposed);
    }
  }

  std::minstd_rand dice_;
  desk desk_;
  state before_;
  bool visitor_wrote_ = false;
};

TEST_CASE("whatever happens in whatever order, the invariants hold", "[property]") {
  const auto rules = small_rules();
  for (unsigned seed = 1; seed <= 150; ++seed) {
    INFO("seed " << seed);
    life{seed, rules}.live(80);
  }
}

}  // namespace
}  // namespace frontdesk::chat

// SPDX-License-Identifier: Apache-2.0
// The lines that consoles show, and what a console that was cut off has missed.
#include "app/inbox.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk;
using namespace frontdesk::app;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const time_point noon{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + hours{12}};

inbox::line a_line(chat::status status, time_point last = noon) {
  auto kept = std::make_shared<wire::kept_state>();
  kept->state.status = status;
  kept->state.last_at = last;
  inbox::line l;
  l.kept = std::move(kept);
  return l;
}

conversation_id numbered(std::uint8_t n) {
  conversation_id id;
  id.bytes[0] = n;
  return id;
}

struct a_desk {
  limits bounds;
  inbox lines{bounds};
  a_desk() { lines.start_at(noon); }
};

}  // namespace

TEST_CASE("a console that was cut off gets each change once, oldest first", "[inbox]") {
  a_desk d;
  const auto a = numbered(1), b = numbered(2), c = numbered(3);
  const auto cursor = d.lines.put(a, a_line(chat::status::bot));
  d.lines.put(b, a_line(chat::status::bot));
  d.lines.put(c, a_line(chat::status::bot));
  d.lines.put(b, a_line(chat::status::waiting));
  d.lines.remove(c);
  const auto missed = d.lines.changed_since(cursor);
  REQUIRE(missed);
  CHECK(*missed == std::vector{b, c});
  CHECK(d.lines.find(c) == nullptr);  // it is gone
  CHECK(d.lines.changed_since(d.lines.cursor())->empty());
}

TEST_CASE("a cursor of another start, or of none, asks for a snapshot", "[inbox]") {
  a_desk d;
  d.lines.put(numbered(1), a_line(chat::status::bot));
  CHECK_FALSE(d.lines.changed_since(0));
  CHECK_FALSE(d.lines.changed_since(7));
  CHECK_FALSE(d.lines.changed_since(d.lines.cursor() + 1));
  const auto before = d.lines.cursor();
  inbox restarted{d.bounds};
  restarted.start_at(noon + minutes{1});
  CHECK_FALSE(restarted.changed_since(before));
}

TEST_CASE("a cursor that is too old asks for a snapshot", "[inbox]") {
  a_desk d;
  const auto id = numbered(1);
  const auto old = d.lines.put(id, a_line(chat::status::bot));
  for (int i = 0; i < 4096; ++i) d.lines.put(id, a_line(chat::status::bot));
  REQUIRE(d.lines.changed_since(old));
  CHECK(d.lines.changed_since(old)->size() == 1);
  d.lines.put(id, a_line(chat::status::bot));
  CHECK_FALSE(d.lines.changed_since(old));
}

TEST_CASE("removing what is not there is no change", "[inbox]") {
  a_desk d;
  const auto before = d.lines.cursor();
  CHECK(d.lines.remove(numbered(1)) == 0);
  CHECK(d.lines.cursor() == before);
}

TEST_CASE("a snapshot has the newest first, and never without who needs a person", "[inbox]") {
  a_desk d;
  d.bounds.inbox_conversations_max = 3;
  const auto waits = numbered(1);
  d.lines.put(waits, a_line(chat::status::waiting, noon - hours{5}));
  for (std::uint8_t n = 2; n < 8; ++n) {
    d.lines.put(numbered(n), a_line(chat::status::bot, noon + minutes{n}));
  }
  const auto shown = d.lines.snapshot();
  REQUIRE(shown.size() == 3);
  CHECK(shown[0].id == waits);
  CHECK(shown[1].id == numbered(7));
  CHECK(shown[2].id == numbered(6));
}

TEST_CASE("who waits, is held, raised an alert or has an open request needs a person", "[inbox]") {
  chat::state s;
  CHECK_FALSE(needs_person(s));
  s.status = chat::status::closed;
  CHECK_FALSE(needs_person(s));
  s.request.emplace().status = chat::request_status::confirmed;
  CHECK_FALSE(needs_person(s));
  s.request->status = chat::request_status::proposed;
  CHECK(needs_person(s));
  s.request->status = chat::request_status::declined;
  s.alert = chat::alert::emergency;
  CHECK(needs_person(s));
  s.alert = chat::alert::none;
  s.status = GENERATE(chat::status::waiting, chat::status::staff);
  CHECK(needs_person(s));
}

TEST_CASE("a line matters for a day after the last word, longer if somebody is there", "[inbox]") {
  a_desk d;
  const auto silent = numbered(1), open = numbered(2), waits = numbered(3);
  d.lines.put(silent, a_line(chat::status::closed));
  auto with_page = a_line(chat::status::bot);
  with_page.online = true;
  d.lines.put(open, std::move(with_page));
  d.lines.put(waits, a_line(chat::status::waiting));
  CHECK(d.lines.stale(noon + hours{24}).empty());
  CHECK(d.lines.stale(noon + hours{25}) == std::vector{silent});
}

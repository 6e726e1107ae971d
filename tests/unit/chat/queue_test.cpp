// SPDX-License-Identifier: Apache-2.0
#include "chat/queue.hpp"

#include <catch2/catch.hpp>

namespace frontdesk::chat {
namespace {

using std::chrono::seconds;

conversation_id who(std::uint8_t number) {
  conversation_id id;
  id.bytes[0] = number;
  return id;
}
constexpr time_point noon{std::chrono::hours{12}};

TEST_CASE("first come, first served", "[queue]") {
  waiting_queue q;
  q.put(who(2), noon + seconds{2}, false);
  q.put(who(1), noon + seconds{1}, false);
  CHECK(q.in_order() == std::vector{who(1), who(2)});
  CHECK(q.position(who(2)) == 2);
  CHECK_FALSE(q.position(who(3)));
}

TEST_CASE("an alert goes before everybody, and alerts keep their order", "[queue]") {
  waiting_queue q;
  q.put(who(1), noon, false);
  q.put(who(2), noon + seconds{5}, true);
  q.put(who(3), noon + seconds{4}, true);
  CHECK(q.in_order() == std::vector{who(3), who(2), who(1)});
}

TEST_CASE("whoever is put twice stands in the queue once", "[queue]") {
  waiting_queue q;
  q.put(who(1), noon, false);
  q.put(who(2), noon + seconds{1}, false);
  q.put(who(2), noon + seconds{1}, true);
  CHECK(q.in_order() == std::vector{who(2), who(1)});
}

TEST_CASE("removing moves the others up, and removing nobody is harmless", "[queue]") {
  waiting_queue q;
  q.put(who(1), noon, false);
  q.put(who(2), noon + seconds{1}, false);
  q.remove(who(1));
  q.remove(who(1));
  CHECK(q.position(who(2)) == 1);
}

TEST_CASE("two who came in the same millisecond have one order, however they were put", "[queue]") {
  waiting_queue a, b;
  a.put(who(1), noon, false);
  a.put(who(2), noon, false);
  b.put(who(2), noon, false);
  b.put(who(1), noon, false);
  CHECK(a.in_order() == b.in_order());
}

}  // namespace
}  // namespace frontdesk::chat

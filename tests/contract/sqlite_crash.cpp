// SPDX-License-Identifier: Apache-2.0
// kill -9 in the middle of commits: every acknowledged turn is there once, none half.
#include "contract/world.hpp"

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <map>

using namespace frontdesk;
using namespace frontdesk::store;

namespace {

struct acknowledged {
  conversation_id id;
  std::uint64_t last_seq = 0;
};

// The child: a few conversations at once, each turn after the last one's ack, for ever.
asio::awaitable<void> talk_for_ever(
    frontdesk::store::store& s, const manual_clock& time, int pipe
) {
  talk t{time};
  for (;;) {
    auto what = t.next("a turn in the child");
    const auto done = co_await s.append(std::move(what));
    if (!done) ::_exit(2);
    acknowledged ack;
    ack.id = t.id;
    ack.last_seq = t.head.last_seq;
    if (::write(pipe, &ack, sizeof ack) != sizeof ack) ::_exit(3);
  }
}

[[noreturn]] void run_child(sqlite_place& where, const limits& bounds, int pipe) {
  asio::io_context io{1};
  manual_clock time{time_point{std::chrono::hours{1000}}};
  auto s = where.open(io.get_executor(), bounds, time);
  for (int i = 0; i < 20; ++i) {
    asio::co_spawn(io, talk_for_ever(*s, time, pipe), [](std::exception_ptr) { ::_exit(4); });
  }
  io.run();
  ::_exit(5);
}

// Kills the child after `acks` acknowledgements; returns the last seq that each conversation got.
std::map<conversation_id, std::uint64_t> kill_after(
    sqlite_place& where, const limits& bounds, int acks
) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  if (child == 0) run_child(where, bounds, ends[1]);
  ::close(ends[1]);
  std::map<conversation_id, std::uint64_t> last;
  acknowledged ack;
  int seen = 0;
  while (::read(ends[0], &ack, sizeof ack) == sizeof ack) {
    last[ack.id] = std::max(last[ack.id], ack.last_seq);
    if (++seen == acks) ::kill(child, SIGKILL);  // and read what it still said
  }
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  return last;
}

}  // namespace

TEST_CASE("after kill -9 every acknowledged turn is there once", "[contract][crash]") {
  const int acks = GENERATE(1, 7, 50, 333, 1500);
  auto where = std::make_shared<sqlite_place>();
  limits bounds;
  bounds.projection_turns_max = 64;  // so that some of it is in the projection and some in the tail
  bounds.wal_checkpoint_pages = 30;
  std::map<conversation_id, std::uint64_t> all;
  for (int crash = 0; crash < 3; ++crash) {
    all.merge(kill_after(*where, bounds, acks));
    world w{where};
    for (const auto& [id, seq] : all) {
      const auto record = w.run(w->read(id)).value();
      REQUIRE(record.messages.size() >= seq);  // a turn whose ack was cut off may be there too
      REQUIRE(record.messages.size() % 2 == 0);
      for (std::size_t i = 0; i < record.messages.size(); ++i) {
        REQUIRE(record.messages[i].seq == i + 1);
      }
      REQUIRE(record.head.last_seq == record.messages.size());
    }
    REQUIRE(w.run(w->active({}, 1000)).value().size() >= all.size());
  }
}

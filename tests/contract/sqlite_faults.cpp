// SPDX-License-Identifier: Apache-2.0
// A disk that fails or is full: nothing is half written, nothing acknowledged is lost, and the
// store goes on when the disk does.
#include "contract/faulty_files.hpp"
#include "contract/world.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk;
using namespace frontdesk::store;
using lines = std::vector<std::string>;

namespace {

std::shared_ptr<sqlite_place> faulty_place() {
  auto made = std::make_shared<sqlite_place>();
  made->options.vfs = faulty_files();
  return made;
}

// What a client that resends until it is acknowledged does: its turns, each until it is stored.
// Returns how many calls failed.
int talk_stubbornly(world& w, talk& t, int turns) {
  int failures = 0;
  for (int i = 0; i < turns; ++i) {
    const auto what = t.next("turn " + std::to_string(i));
    for (auto done = append(w, what); !done; done = append(w, what)) {
      REQUIRE(done.error() == errc::storage);
      REQUIRE(++failures < 10);
    }
  }
  return failures;
}

lines expected(int turns) {
  lines all;
  for (int i = 0; i < turns; ++i) {
    all.push_back("visitor: turn " + std::to_string(i));
    all.push_back("bot: turn " + std::to_string(i));
  }
  return all;
}

}  // namespace

TEST_CASE("whichever write or sync fails, each turn is there once", "[contract][faults]") {
  auto where = faulty_place();
  long n = 1;
  int met = 0;
  for (;; ++n) {
    world w{where};
    w.bounds.wal_checkpoint_pages = 4;  // so that checkpoints and projections fail as well
    w.bounds.projection_turns_max = 3;
    w.reopen();
    talk t{w.time};
    faults().fail_at = n;
    met += talk_stubbornly(w, t, 8);
    const bool reached = faults().failed;
    faults().clear();
    CHECK(texts(w.run(w->read(t.id)).value()) == expected(8));
    w.reopen();
    CHECK(texts(w.run(w->read(t.id)).value()) == expected(8));
    if (!reached) break;
  }
  CHECK(n > 20);
  CHECK(met > 10);
}

TEST_CASE("a full disk refuses turns, still reads, and recovers", "[contract][faults]") {
  world w{faulty_place()};
  talk t{w.time};
  REQUIRE(append(w, t.next("before")));
  const auto what = t.next("during");
  faults().full = true;
  CHECK(append(w, what).error() == errc::storage);
  CHECK(append(w, what).error() == errc::storage);
  CHECK(append(w, talk{w.time}.next()).error() == errc::storage);
  CHECK(w.run(w->read(t.id)).value().messages.size() == 2);
  CHECK(w.run(w->list({}, "", 10)).has_value());
  CHECK(w->figures().failures >= 3);
  faults().full = false;
  REQUIRE(append(w, what));
  w.reopen();
  CHECK(
      texts(w.run(w->read(t.id)).value()) ==
      lines{"visitor: before", "bot: before", "visitor: during", "bot: during"}
  );
  CHECK(w.run(w->list({}, "", 10)).value().items.size() == 1);
}

TEST_CASE("an erase that failed has erased nothing, and works later", "[contract][faults]") {
  world w{faulty_place()};
  talk t{w.time};
  REQUIRE(append(w, t.next()));
  faults().full = true;
  CHECK(w.run(w->erase(t.id)).error() == errc::storage);
  faults().full = false;
  CHECK(w.run(w->read(t.id)).has_value());
  REQUIRE(w.run(w->erase(t.id)));
  CHECK(w.run(w->read(t.id)).error() == errc::gone);
}

TEST_CASE("one bad turn in a batch does not take the others with it", "[contract][faults]") {
  world w{faulty_place()};
  std::vector<talk> talks;
  for (int i = 0; i < 20; ++i) talks.emplace_back(w.time);
  std::vector<std::optional<result<void>>> done(talks.size());
  for (std::size_t i = 0; i < talks.size(); ++i) {
    auto what = talks[i].next();
    if (i == 10) what.head.last_seq = 77;
    w.start(w->append(std::move(what)), done[i]);
  }
  w.finish();
  for (std::size_t i = 0; i < talks.size(); ++i) CHECK(done[i]->has_value() == (i != 10));
}

TEST_CASE("a full queue says busy at once", "[contract][faults]") {
  world w{faulty_place()};
  w.bounds.store_queue_max = 5;
  w.bounds.store_batch_max = 1;
  w.reopen();
  std::vector<talk> talks;
  for (int i = 0; i < 400; ++i) talks.emplace_back(w.time);
  std::vector<std::optional<result<void>>> done(talks.size());
  for (std::size_t i = 0; i < talks.size(); ++i) w.start(w->append(talks[i].next()), done[i]);
  w.finish();
  std::size_t stored = 0, busy = 0;
  for (const auto& d : done) {
    if (d->has_value()) ++stored;
    if (d->has_error() && d->error() == errc::busy) ++busy;
  }
  CHECK(stored > 0);
  CHECK(busy > 0);
  CHECK(stored + busy == talks.size());
  CHECK(w.run(w->list({}, "", 200)).value().items.size() == std::min<std::size_t>(stored, 200));
}

TEST_CASE("calls after closing are refused, not lost in silence", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  talk t{w.time};
  REQUIRE(append(w, t.next()));
  w->close();
  CHECK(append(w, t.next()).error() == errc::storage);
  w.reopen();
  CHECK(w.run(w->read(t.id)).value().messages.size() == 2);
}

// SPDX-License-Identifier: Apache-2.0
// A file saved in the rules folder at a moment when it cannot be taken up.
#include "app/folder_follow.hpp"

#include "unit/app/published_desk.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>

using namespace frontdesk;
using namespace frontdesk::app;
using std::chrono::milliseconds;

namespace {

// What a test waits for at most.
constexpr std::chrono::seconds patience{20};

/// Follows the folder, in which `facts` are saved meanwhile, until `watching` is stopped.
asio::awaitable<bool> save_and_follow(
    published_desk& d, publishing& rules, std::string facts, folder_watch*& watching
) {
  const auto executor = co_await asio::this_coro::executor;
  folder_watch watch{executor, milliseconds{1}};
  REQUIRE(watch.begin(d.folder.path()));
  watching = &watch;
  asio::steady_timer enough{executor, patience};
  enough.async_wait([&watch](error_code ec) {
    if (!ec) watch.stop();
  });
  d.folder.write("facts.json", facts);
  co_await follow_folder(watch, rules, milliseconds{1}, milliseconds{4});
  watching = nullptr;
  co_return true;
}

}  // namespace

TEST_CASE("a file saved while the store fails is taken up once it works", "[publishing]") {
  published_desk d;
  folder_watch* watching = nullptr;
  std::vector<std::string> lines;
  int failures = 0;
  const auto hear = [&](const std::string& line) {
    lines.push_back(line);
    if (line.find("could not be stored") != std::string::npos && ++failures == 3) {
      d.stored.fail_after(-1);
    }
    if (line.find("taken up from the folder") != std::string::npos) watching->stop();
  };
  publishing rules{d.stored, d.pool, d.tasks, d.folder.path(), d.time, hear};
  REQUIRE(d.run(rules.start()));
  d.stored.fail_after(0);
  REQUIRE(d.run(save_and_follow(d, rules, d.facts_with_phone("7"), watching)));
  CHECK(failures == 3);
  CHECK(rules.revision() == 2);
  CHECK(d.run(d.stored.revision(0)).value().number == 2);
  REQUIRE_FALSE(lines.empty());
  CHECK(lines.back() == "rules taken up from the folder as revision 2");
}

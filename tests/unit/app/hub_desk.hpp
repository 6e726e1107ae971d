// SPDX-License-Identifier: Apache-2.0
// The hub over a store in memory, with pages and consoles that write down what they get. Nothing
// runs but what `settle` lets run; a store that is held does not answer before `release`.
#pragma once
#include "app/hub.hpp"
#include "base/vault.hpp"
#include "doubles/memory_store.hpp"
#include "unit/chat/small_rules.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/parse.hpp>

#include <catch2/catch.hpp>

namespace frontdesk::app {

using frames = std::vector<boost::json::value>;

/// The frames of that type, in the order they came.
inline frames of_type(const frames& all, std::string_view type) {
  frames found;
  for (const auto& f : all) {
    if (f.at("type").as_string() == type) found.push_back(f);
  }
  return found;
}
inline std::string text(const boost::json::value& v) { return std::string{v.as_string()}; }

class test_page final : public net::web_socket {
 public:
  void send(net::shared_text frame) override { got.push_back(boost::json::parse(*frame)); }
  void close(net::close_code, std::string_view) override {}
  void greeted() override {}
  std::uint64_t number() const override { return 1; }
  frames got;
};

class test_console final : public console {
 public:
  void send(net::shared_text frame) override { got.push_back(boost::json::parse(*frame)); }
  void minute_passed() override { ++minutes; }
  frames got;
  int minutes = 0;
};

class held_store final : public store::memory_store {
 public:
  held_store(asio::io_context& io, std::shared_ptr<frontdesk::store::memory> m)
      : memory_store(std::move(m)), gate_(io) {}
  void hold() { gate_.expires_at(std::chrono::steady_clock::time_point::max()), held_ = true; }
  void release() { held_ = false, gate_.cancel(); }

  call<void> append(frontdesk::store::turn what) override {
    co_await opened();
    co_return co_await memory_store::append(std::move(what));
  }
  call<frontdesk::store::conversation_record> read(conversation_id id) override {
    co_await opened();
    co_return co_await memory_store::read(id);
  }

 private:
  asio::awaitable<void> opened() {
    if (!held_) co_return;
    const auto cancelled = co_await gate_.async_wait(asio::as_tuple(asio::use_awaitable));
    static_cast<void>(cancelled);
  }
  asio::steady_timer gate_;
  bool held_ = false;
};

class rules_in_force final : public rules_source {
 public:
  intent::rules_ptr current() const override { return rules; }
  intent::rules_ptr rules = trained();

 private:
  static intent::rules_ptr trained() {
    static const auto once = chat::small_rules(false);
    return once;
  }
};

class hub_desk {
 public:
  explicit hub_desk(std::shared_ptr<store::memory> m = std::make_shared<store::memory>())
      : kept(std::move(m)) {}

  /// Runs what can run now.
  void settle() {
    io.restart();
    io.poll();
  }
  template <class T>
  T run(asio::awaitable<T> call) {
    std::optional<T> got;
    begin(std::move(call), got);
    settle();
    return std::move(got).value();
  }
  /// Begins a call that may wait for the store.
  template <class T>
  void begin(asio::awaitable<T> call, std::optional<T>& into) {
    asio::co_spawn(io, std::move(call), [&into](std::exception_ptr e, T value) {
      if (e) std::rethrow_exception(e);
      into.emplace(std::move(value));
    });
  }

  /// A new visitor with one page open.
  conversation_id visitor(test_page& page) {
    const auto id = conversation_id::random();
    chat::state first;
    first.started_at = first.last_at = time.now();
    desk.begin(id, token_hash(id.text()), first);
    desk.attach(id, page);
    return id;
  }
  outcome does(const conversation_id& id, chat::command what, const test_page* from = nullptr) {
    std::optional<outcome> got;
    does_later(id, std::move(what), got, from);
    settle();
    return got.value();
  }
  void does_later(
      const conversation_id& id,
      chat::command what,
      std::optional<outcome>& got,
      const test_page* from = nullptr
  ) {
    desk.submit(id, std::move(what), from, [&got](const outcome& o) { got = o; });
  }
  outcome says(
      const conversation_id& id,
      const std::string& message_id,
      const std::string& words,
      const test_page* from = nullptr
  ) {
    return does(id, chat::visitor_says{message_id, words, "", ""}, from);
  }
  /// A member of staff with a console open, who takes waiting visitors.
  chat::person staff(const std::string& name, test_console& screen) {
    const chat::person who{person_id::random(), name};
    desk.console_came(screen, who);
    return who;
  }

  std::shared_ptr<store::memory> kept;
  asio::io_context io{1};
  limits bounds;
  manual_clock time{time_point{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}}};
  held_store stored{io, kept};
  net::task_group tasks{io};
  rules_in_force rules;
  hub desk{tasks, stored, time, bounds, rules};
};

}  // namespace frontdesk::app

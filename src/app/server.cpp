// SPDX-License-Identifier: Apache-2.0
#include "app/server.hpp"

#include "app/accounts.hpp"
#include "app/drain.hpp"
#include "app/folder_follow.hpp"
#include "app/hub.hpp"
#include "app/publishing.hpp"
#include "app/rest.hpp"
#include "app/socket_routes.hpp"
#include "app/status_routes.hpp"
#include "net/descriptors.hpp"
#include "net/listener.hpp"
#include "store/sqlite_store.hpp"

#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <spdlog/spdlog.h>

#include <csignal>
#include <cstdlib>

namespace frontdesk::app {
namespace {

// Training and password hashing; one of each may run while messages are answered.
constexpr std::size_t pool_threads = 2;
constexpr std::size_t pool_waiting_max = 64;
constexpr std::chrono::milliseconds folder_quiet{400};
// Rules that could not be stored are trained again for each try (some 4 s of one core): soon at
// first, then seldom enough to cost little while a disk is full for hours.
constexpr std::chrono::seconds folder_retry{2};
constexpr std::chrono::seconds folder_retry_max{60};
constexpr std::chrono::minutes minute{1};

void report_store(const std::string& sentence) { spdlog::error("event=store {}", sentence); }
void report_rules(const std::string& sentence) { spdlog::info("event=rules {}", sentence); }

// REST asks less of the hub than the hub can do.
class hub_for_rest final : public live_desk {
 public:
  explicit hub_for_rest(hub& desk) : hub_(desk) {}
  asio::awaitable<result<void>> erase(conversation_id id, person_id by) override {
    return hub_.erase(id, by);
  }
  bool online(const conversation_id& id) const override {
    const auto* c = hub_.find_loaded(id);
    return c != nullptr && !c->pages.empty();
  }
  std::optional<int> position(const conversation_id& id) const override {
    return hub_.position(id);
  }
  bool staff_online() const override { return hub_.staff_online(); }

 private:
  hub& hub_;
};

class server {
 public:
  server(server_options options, announcements say, asio::io_context& io)
      : options_(std::move(options)),
        say_(std::move(say)),
        io_(io),
        site_(io, options_.bounds, clock_, net::compiled_pages()),
        work_(io),
        waits_(std::make_unique<waits>(io)) {
    site_.origins = net::origin_policy{options_.origins};
    site_.proxies = net::trusted_proxies{options_.trusted_proxies};
  }

  std::optional<std::string> run();
  /// Stores what waits, and lets go of everything that needs the io_context. That goes next, with
  /// the connections and coroutines that are still in it; they look at the rest, which goes last.
  /// False: nothing may go, since a thread is still training for nobody; what matters is stored.
  bool close();

 private:
  // What the io_context itself keeps an eye on.
  struct waits {
    explicit waits(asio::io_context& io)
        : signals(io, SIGTERM, SIGINT), tick(io), folder(io.get_executor(), folder_quiet) {}
    asio::signal_set signals;
    asio::steady_timer tick;
    folder_watch folder;
    std::unique_ptr<net::listener> listener;
  };

  std::optional<std::string> open_store();
  std::optional<std::string> bind();
  void wire_up();
  asio::awaitable<void> start();
  asio::awaitable<void> open_doors();
  void tick();
  void signalled();
  void fail(std::string sentence);
  std::string faults_of_rules() const;

  server_options options_;
  announcements say_;
  system_clock clock_;
  asio::io_context& io_;
  net::site site_;
  net::task_group work_;  // of the hub and its sessions: what a stop waits for
  std::unique_ptr<waits> waits_;
  std::unique_ptr<store::store> store_;
  std::unique_ptr<blocking_pool> pool_;
  std::unique_ptr<accounts> accounts_;
  std::unique_ptr<publishing> publishing_;
  std::unique_ptr<hub> hub_;
  std::unique_ptr<hub_for_rest> desk_;
  std::unique_ptr<rest> rest_;
  std::unique_ptr<drain> drain_;
  bool ready_ = false;
  std::chrono::steady_clock::time_point ticked_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point minute_at_ = ticked_ + minute;
  std::optional<std::string> failure_;
};

std::optional<std::string> server::run() {
  if (auto why = bind()) return why;  // first: it is quick, and training is not
  if (auto why = open_store()) return why;
  wire_up();
  waits_->signals.async_wait([this](error_code ec, int) {
    if (!ec) signalled();
  });
  tick();
  site_.tasks.spawn(start(), "start");
  io_.run();
  return failure_;
}

std::optional<std::string> server::bind() {
  auto bound = net::listen(site_, options_.address, options_.port);
  const auto at = options_.address + ":" + std::to_string(options_.port);
  if (bound) {
    waits_->listener = std::move(*bound);
    return std::nullopt;
  }
  if (bound.error() == asio::error::address_in_use) {
    return "The address " + at + " is in use by another program: is frontdesk running already? " +
           "Choose another one with --listen.";
  }
  return "The address " + at + " cannot be used (" + bound.error().message() +
         "). Choose another one with --listen.";
}

std::optional<std::string> server::open_store() {
  store::sqlite_options where;
  where.folder = options_.data;
  where.key_file = options_.key_file;
  where.report = report_store;
  auto opened = store::open_sqlite(std::move(where), io_.get_executor(), options_.bounds, clock_);
  if (!opened) return opened.error().sentence;
  store_ = std::move(*opened);
  return std::nullopt;
}

void server::wire_up() {
  pool_ = std::make_unique<blocking_pool>(pool_threads, pool_waiting_max);
  accounts_ = std::make_unique<accounts>(*store_, *pool_, options_.bounds, clock_);
  publishing_ = std::make_unique<publishing>(
      *store_, *pool_, site_.tasks, options_.rules, clock_, report_rules
  );
  hub_ = std::make_unique<hub>(work_, *store_, clock_, options_.bounds, *publishing_);
  desk_ = std::make_unique<hub_for_rest>(*hub_);
  rest_ = std::make_unique<rest>(rest_parts{
      *store_, *accounts_, *publishing_, *desk_, *pool_, clock_, options_.bounds});
  rest_->add_routes(site_.routes);
  add_status_routes(site_, *hub_, ready_);
  site_.sockets.push_back(visitor_route(*hub_, site_));
  site_.sockets.push_back(console_route(*hub_, *accounts_));
}

asio::awaitable<void> server::start() {
  say_.progress("Reading and training the rules in " + options_.rules.string() + " ...");
  auto rules = co_await publishing_->start();
  if (drain_) co_return;  // stopped meanwhile
  if (!rules) co_return fail(faults_of_rules());
  for (const auto& f : publishing_->refused()) say_.progress("Not used: " + intent::to_text(f));
  auto inbox = co_await hub_->start();
  if (!inbox) co_return fail("The open conversations cannot be read: " + inbox.error().message());
  co_await open_doors();
}

asio::awaitable<void> server::open_doors() {
  auto link = co_await accounts_->first_admin_link();
  if (!link) co_return fail("The data folder cannot be written: " + link.error().message() + ".");
  const auto wanted = options_.bounds.connections_max;
  const auto fit = net::allow_connections(wanted);
  if (fit < wanted) spdlog::warn("event=few_descriptors connections={} wanted={}", fit, wanted);
  const auto watching = waits_->folder.begin(options_.rules);
  if (watching) {
    auto follow = follow_folder(waits_->folder, *publishing_, folder_retry, folder_retry_max);
    site_.tasks.spawn(std::move(follow), "follow_folder");
  }
  waits_->listener->start();
  ready_ = true;
  addresses where;
  where.port = waits_->listener->port();
  where.first_admin_token = std::move(*link);
  say_.ready(where);
  spdlog::info("event=ready port={} revision={}", where.port, publishing_->revision());
}

std::string server::faults_of_rules() const {
  std::string out = "The rules in " + options_.rules.string() + " cannot be used.";
  for (const auto& f : publishing_->refused()) out += "\n  " + intent::to_text(f);
  return out + "\n  `frontdesk rules check " + options_.rules.string() + "` shows all findings.";
}

void server::tick() {
  const auto now = std::chrono::steady_clock::now();
  for (; ticked_ + net::timing_wheel::tick_length <= now;
       ticked_ += net::timing_wheel::tick_length) {
    site_.wheel.advance();
  }
  if (now >= minute_at_) {
    minute_at_ = now + minute;
    if (ready_) hub_->minute_passed();
    site_.addresses.tidy(clock_.now());
  }
  if (drain_ && drain_->done()) return io_.stop();
  waits_->tick.expires_at(ticked_ + net::timing_wheel::tick_length);
  waits_->tick.async_wait([this](error_code ec) {
    if (!ec) tick();
  });
}

void server::signalled() {
  // From here the system's default holds again: a second signal ends the process at once. Nothing
  // acknowledged is lost by that, it is on disk.
  waits_->signals.clear();
  waits_->listener->stop();
  ready_ = false;
  waits_->folder.stop();
  pool_->give_up();
  spdlog::info("event=stopping connections={}", site_.open.size());
  drain_ = std::make_unique<drain>(site_, work_);
}

void server::fail(std::string sentence) {
  failure_ = std::move(sentence);
  io_.stop();
}

bool server::close() {
  if (store_) store_->close();  // commits what waits
  if (pool_ && pool_->works_for_nobody()) return false;
  pool_.reset();  // its threads post to the io_context
  waits_.reset();
  return true;
}

}  // namespace

std::optional<std::string> run_server(server_options options, announcements say) {
  auto io = std::make_unique<asio::io_context>(1);
  server all{std::move(options), std::move(say), *io};
  auto failure = all.run();
  if (!all.close()) {
    // Training has no effect but its rules, and takes seconds: the process ends without it.
    std::_Exit(EXIT_SUCCESS);
  }
  io.reset();
  return failure;
}

}  // namespace frontdesk::app

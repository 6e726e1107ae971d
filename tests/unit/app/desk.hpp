// SPDX-License-Identifier: Apache-2.0
// The parts of the program that REST works on, over a store in memory and a rules folder.
#pragma once
#include "app/rest.hpp"
#include "base/vault.hpp"
#include "doubles/memory_store.hpp"
#include "paths.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json/parse.hpp>

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

namespace frontdesk::app {

class scratch_folder {
 public:
  scratch_folder() {
    std::string name = std::filesystem::temp_directory_path() / "frontdesk-app-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
    path_ = name;
  }
  ~scratch_folder() {
    std::error_code ec;
    std::filesystem::remove_all(path_, ec);
  }
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream{path_ / name} << text;
  }
  std::string read(const std::string& name) const {
    std::ostringstream all;
    all << std::ifstream{path_ / name}.rdbuf();
    return all.str();
  }

 private:
  std::filesystem::path path_;
};

class idle_desk final : public live_desk {
 public:
  explicit idle_desk(store::store& s) : store_(s) {}
  asio::awaitable<result<void>> erase(conversation_id id, person_id) override {
    return store_.erase(id);
  }
  bool online(const conversation_id&) const override { return false; }
  std::optional<int> position(const conversation_id&) const override { return 1; }
  bool staff_online() const override { return false; }

 private:
  store::store& store_;
};

class desk {
 public:
  desk() { calls.add_routes(routes); }
  ~desk() { io_.reset(); }  // what still waits in it uses the other members
  desk(const desk&) = delete;
  desk& operator=(const desk&) = delete;

  /// Runs one coroutine to its end.
  template <class T>
  T run(asio::awaitable<T> call) {
    std::optional<T> got;
    asio::co_spawn(*io_, std::move(call), [&got](std::exception_ptr e, T value) {
      if (e) std::rethrow_exception(e);
      got.emplace(std::move(value));
    });
    io_->restart();
    io_->run();
    return std::move(got).value();
  }

  /// A request as the gate sees it, with the cookie of whoever is signed in.
  net::http_response call(
      const std::string& method,
      const std::string& target,
      const std::string& body = {},
      net::fields headers = {{"x-frontdesk", "1"}}
  ) {
    net::http_request request;
    request.method = method;
    request.body = body;
    request.peer = "203.0.113.7";
    request.headers = std::move(headers);
    request.headers.emplace_back("host", "desk.example");
    if (!request.header("content-type")) {
      request.headers.emplace_back("content-type", "application/json");
    }
    if (!cookie.empty()) request.cookies = {{login_cookie, cookie}};
    REQUIRE(net::read_target(target, request));
    net::http_response refusal;
    const auto* handler = routes.find(request, refusal);
    if (handler == nullptr) return refusal;
    return run((*handler)(std::move(request)));
  }
  static boost::json::value json(const net::http_response& r) { return boost::json::parse(r.body); }
  static std::string header(const net::http_response& r, std::string_view wanted) {
    for (const auto& [name, value] : r.headers) {
      if (name == wanted) return value;
    }
    return {};
  }
  /// The login that an answer began.
  static std::string token_in(const net::http_response& r) {
    const auto value = header(r, "Set-Cookie");
    const auto from = value.find('=') + 1;
    return value.substr(from, value.find(';') - from);
  }

  /// Somebody who can sign in. The hash is made once: it takes long under sanitizers.
  store::person_record hire(const std::string& username, bool admin) {
    static const auto password = hash_password("correct horse battery");
    store::person_record p;
    p.id = person_id::random();
    p.name = "Ana Ruiz";
    p.username = username;
    p.admin = admin;
    p.password = password;
    p.version = 1;
    REQUIRE(run(stored.put_person(p)));
    return p;
  }
  void sign_in_as(const store::person_record& who) {
    cookie = random_token();
    store::login_record login;
    login.token_hash = token_hash(cookie);
    login.person = who.id;
    login.created_at = login.seen_at = time.now();
    REQUIRE(run(stored.put_login(login)));
  }
  std::vector<std::string> audited() {
    std::vector<std::string> all;
    for (const auto& a : stored.kept().audits) all.push_back(a.what);
    return all;
  }

 private:
  std::unique_ptr<asio::io_context> io_ = std::make_unique<asio::io_context>(1);

 public:
  limits bounds;
  manual_clock time{time_point{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}}};
  store::memory_store stored;
  blocking_pool pool{1, 64};
  scratch_folder folder;
  std::vector<std::string> logged;
  accounts people{stored, pool, bounds, time};
  net::task_group tasks{*io_};
  publishing rules{stored, pool, tasks, folder.path(), time, [this](const std::string& line) {
                     logged.push_back(line);
                   }};
  idle_desk live{stored};
  rest calls{rest_parts{stored, people, rules, live, pool, time, bounds}};
  net::router routes;
  std::string cookie;
};

}  // namespace frontdesk::app

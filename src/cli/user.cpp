// SPDX-License-Identifier: Apache-2.0
// frontdesk user add|list|disable|reset: people, from the machine itself. Works on the data folder,
// also while the server runs: it reads people anew for each call.
#include "app/accounts.hpp"
#include "cli/verbs.hpp"
#include "store/sqlite_store.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>

namespace frontdesk::cli {
namespace {

namespace asio = boost::asio;

struct user_options {
  std::string data = "data", key_file, url = "http://127.0.0.1:8080";
  std::string username, name;
  bool admin = false;
};

/// The data folder opened beside a running server.
class desk {
 public:
  explicit desk(std::unique_ptr<store::store> opened)
      : store_(std::move(opened)), people(*store_, pool_, bounds_, clock_) {}

  template <class T>
  T run(asio::awaitable<T> call) {
    std::optional<T> got;
    asio::co_spawn(io(), std::move(call), [&got](std::exception_ptr e, T value) {
      if (e) std::rethrow_exception(e);
      got.emplace(std::move(value));
    });
    io().restart();
    io().run();
    return std::move(got).value();
  }
  static asio::io_context& io() {
    static asio::io_context context{1};
    return context;
  }

 private:
  limits bounds_;
  system_clock clock_;
  app::blocking_pool pool_{1, 1};
  std::unique_ptr<store::store> store_;

 public:
  app::accounts people;
};

int complain(const std::string& sentence) {
  std::cerr << "frontdesk: " << sentence << '\n';
  return input_output;
}

std::string words_for(error_code ec, const std::string& username) {
  if (ec == errc::not_found) return "There is no user " + username + ".";
  if (ec == errc::conflict)
    return "Not possible: the user name is taken, or no admin would be left.";
  if (ec == errc::bad_request) return "A user name is 2 to 64 of a-z 0-9 . _ - @ +.";
  return "That did not work: " + ec.message() + ".";
}

int fail(error_code ec, const std::string& username) {
  return complain(words_for(ec, username)), ec == errc::bad_request ? usage : input_output;
}

result<store::person_record> find(desk& d, const std::string& username) {
  auto all = d.run(d.people.people());
  if (!all) return all.error();
  const auto wanted = app::user_name(username).value_or("");
  const auto found = std::find_if(all->begin(), all->end(), [&wanted](const auto& p) {
    return p.username == wanted;
  });
  if (found == all->end()) return make_error_code(errc::not_found);
  return std::move(*found);
}

// Who sits at the machine is nobody that we know.
constexpr std::nullopt_t somebody = std::nullopt;

void print_link(const user_options& o, const app::invitation& made) {
  std::cout << "Open this link once, within 72 hours, to choose a password for "
            << made.who.username << ":\n"
            << o.url << "/console/invite#" << made.link_token << '\n';
}

int add(desk& d, const user_options& o) {
  app::new_person who;
  who.username = o.username;
  who.name = o.name.empty() ? o.username : o.name;
  who.admin = o.admin;
  const auto made = d.run(d.people.invite(std::move(who), somebody));
  if (!made) return fail(made.error(), o.username);
  print_link(o, *made);
  return good;
}

int list(desk& d, const user_options&) {
  const auto all = d.run(d.people.people());
  if (!all) return fail(all.error(), {});
  for (const auto& p : *all) {
    std::cout << p.username << '\t' << (p.admin ? "admin" : "staff") << '\t'
              << (p.disabled           ? "disabled"
                  : p.password.empty() ? "invited"
                                       : "active")
              << '\t' << (p.last_login ? to_iso(*p.last_login) : "-") << '\t' << p.name << '\n';
  }
  return good;
}

int disable(desk& d, const user_options& o) {
  const auto who = find(d, o.username);
  if (!who) return fail(who.error(), o.username);
  app::person_change what;
  what.disabled = true;
  const auto done = d.run(d.people.change(who->id, std::move(what), somebody));
  if (!done) return fail(done.error(), o.username);
  std::cout << who->username << " cannot sign in any more, and was signed out everywhere.\n";
  return good;
}

int reset(desk& d, const user_options& o) {
  const auto who = find(d, o.username);
  if (!who) return fail(who.error(), o.username);
  const auto made = d.run(d.people.reset(who->id, somebody));
  if (!made) return fail(made.error(), o.username);
  print_link(o, *made);
  return good;
}

int with_desk(const user_options& o, int (*act)(desk&, const user_options&)) {
  static const system_clock clock;
  store::sqlite_options where;
  where.folder = o.data;
  where.key_file = o.key_file;
  where.access = store::access::people;
  auto opened = store::open_sqlite(where, desk::io().get_executor(), limits{}, clock);
  if (!opened) return complain(opened.error().sentence);
  desk d{std::move(*opened)};
  return act(d, o);
}

}  // namespace

void add_user(CLI::App& app, int& exit) {
  auto options = std::make_shared<user_options>();
  auto* user = app.add_subcommand("user", "Manage who may sign in to the console");
  user->require_subcommand(1);
  user->add_option("--data", options->data, "Data folder")->envname("FRONTDESK_DATA");
  user->add_option("--key", options->key_file, "Master key file")->envname("FRONTDESK_KEY");
  user->add_option("--url", options->url, "Public address, for the links that are printed")
      ->envname("FRONTDESK_URL");
  const auto verb = [&](const char* name, const char* help, int (*act)(desk&, const user_options&)
                    ) {
    auto* made = user->add_subcommand(name, help);
    made->fallthrough();
    made->callback([options, act, &exit] { exit = with_desk(*options, act); });
    return made;
  };
  auto* adding = verb("add", "Invite somebody; prints a one-time link", &add);
  adding->add_option("username", options->username, "User name")->required();
  adding->add_option("--name", options->name, "Name that visitors see");
  adding->add_flag("--admin", options->admin, "May edit the rules and people");
  verb("list", "List everybody", &list);
  auto* disabling = verb("disable", "End somebody's access", &disable);
  disabling->add_option("username", options->username, "User name")->required();
  auto* resetting = verb("reset", "Print a link to choose a new password", &reset);
  resetting->add_option("username", options->username, "User name")->required();
}

}  // namespace frontdesk::cli

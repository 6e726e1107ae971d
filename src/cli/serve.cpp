// SPDX-License-Identifier: Apache-2.0
// frontdesk serve: the options, and what is said on the terminal.
#include "app/server.hpp"
#include "cli/verbs.hpp"

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace frontdesk::cli {
namespace {

struct serve_options {
  std::string listen = "127.0.0.1:8080";
  std::string url;  // the public address, for the links that are printed
  std::string database, log_level = "info";
  bool bench_limits = false;
  app::server_options server;
};

int complain(int code, const std::string& sentence) {
  std::cerr << "frontdesk: " << sentence << '\n';
  return code;
}

// `127.0.0.1:8080`, `[::1]:8080`.
bool split_listen(const std::string& listen, app::server_options& into) {
  const auto colon = listen.rfind(':');
  if (colon == std::string::npos || colon + 1 == listen.size()) return false;
  const auto digits = listen.substr(colon + 1);
  if (digits.size() > 5 || digits.find_first_not_of("0123456789") != std::string::npos)
    return false;
  const auto port = std::stoul(digits);
  if (port > 65535) return false;
  into.port = static_cast<std::uint16_t>(port);
  into.address = listen.substr(0, colon);
  if (into.address.size() > 2 && into.address.front() == '[' && into.address.back() == ']') {
    into.address = into.address.substr(1, into.address.size() - 2);
  }
  return !into.address.empty();
}

bool is_loopback(const std::string& address) {
  return address == "::1" || address.starts_with("127.");
}

// For load tests: what protects the desk from one address, or from one visitor, would measure
// itself.
void lift_limits(limits& bounds) {
  constexpr double no_limit = 1e12;
  bounds.connections_max = 1'000'000;
  bounds.connections_per_address_max = bounds.connections_max;
  bounds.messages_per_conversation_max = 10'000'000;
  bounds.visitor_messages_burst = bounds.visitor_messages_per_s = no_limit;
  bounds.address_connects_burst = bounds.address_connects_per_s = no_limit;
}

// One line an event, `key=value`: to standard error, where systemd and Docker collect it.
void set_up_log(const std::string& level) {
  auto sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
  auto log = std::make_shared<spdlog::logger>("frontdesk", std::move(sink));
  log->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ level=%l %v", spdlog::pattern_time_type::utc);
  log->set_level(spdlog::level::from_str(level));
  log->flush_on(spdlog::level::info);
  spdlog::set_default_logger(std::move(log));
}

std::string public_url(const serve_options& o, std::uint16_t port) {
  if (!o.url.empty()) return o.url.back() == '/' ? o.url.substr(0, o.url.size() - 1) : o.url;
  auto host = o.server.address;
  if (host == "0.0.0.0" || host == "::") host = "127.0.0.1";
  if (host.find(':') != std::string::npos) host = "[" + host + "]";
  return "http://" + host + ":" + std::to_string(port);
}

void print_addresses(const serve_options& o, const app::addresses& where) {
  const auto url = public_url(o, where.port);
  std::cout << "The front desk is open.\n"
            << "  Demo page with the chat:  " << url << "/\n"
            << "  Console for staff:        " << url << "/console/\n";
  if (where.first_admin_token) {
    std::cout << "  Create the first admin:   " << url << "/console/first-admin#"
              << *where.first_admin_token << "\n                            (works once)\n";
  }
  std::cout << std::flush;
}

int serve(serve_options& o) {
  if (!o.database.empty()) {
    return complain(usage, "--database: this build keeps its data in SQLite; leave it out.");
  }
  if (!split_listen(o.listen, o.server)) {
    return complain(usage, "--listen wants an address and a port, such as 127.0.0.1:8080.");
  }
  if (o.bench_limits && !is_loopback(o.server.address)) {
    return complain(
        usage, "--bench-limits is for load tests on this machine: only with 127.0.0.1."
    );
  }
  if (o.bench_limits) lift_limits(o.server.bounds);
  // Who reads our standard error may go away (`serve | head`); that must not end the desk.
  std::signal(SIGPIPE, SIG_IGN);
  set_up_log(o.log_level);
  app::announcements say;
  say.progress = [](const std::string& sentence) { std::cout << sentence << std::endl; };
  say.ready = [&o](const app::addresses& where) { print_addresses(o, where); };
  const auto failure = app::run_server(o.server, std::move(say));
  return failure ? complain(input_output, *failure) : good;
}

void add_options(CLI::App& verb, serve_options& o) {
  verb.set_config("--config", "", "File with these options, as name=value lines")
      ->envname("FRONTDESK_CONFIG");
  // Given twice, the last one holds: a script that starts it can be told otherwise.
  const auto add = [&verb](const char* name, auto& value, const char* variable, const char* help) {
    auto* option = verb.add_option(name, value, help)->envname(variable)->capture_default_str();
    return option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  };
  const auto add_list =
      [&verb](const char* name, auto& value, const char* variable, const char* help) {
        verb.add_option(name, value, help)->envname(variable)->delimiter(',');
      };
  add("--listen", o.listen, "FRONTDESK_LISTEN", "Address and port");
  add("--data", o.server.data, "FRONTDESK_DATA", "Folder of the database and the master key");
  add("--key", o.server.key_file, "FRONTDESK_KEY", "Master key file, if not in the data folder");
  add("--rules", o.server.rules, "FRONTDESK_RULES", "Folder of the rules");
  add_list("--origins", o.server.origins, "FRONTDESK_ORIGINS", "Websites that show the chat");
  add_list(
      "--trusted-proxy",
      o.server.trusted_proxies,
      "FRONTDESK_TRUSTED_PROXY",
      "Addresses of reverse proxies whose X-Forwarded-For is believed"
  );
  add("--url", o.url, "FRONTDESK_URL", "Public address, for the links that are printed");
  add("--database", o.database, "FRONTDESK_DATABASE", "postgres://... instead of SQLite");
  add("--log-level", o.log_level, "FRONTDESK_LOG_LEVEL", "debug, info, warning or error")
      ->check(CLI::IsMember({"debug", "info", "warning", "error"}));
  verb.add_flag("--bench-limits", o.bench_limits, "Lift rate and connection limits (loopback only)")
      ->envname("FRONTDESK_BENCH_LIMITS");
}

}  // namespace

void add_serve(CLI::App& app, int& exit) {
  auto options = std::make_shared<serve_options>();
  auto* verb = app.add_subcommand("serve", "Run the front desk");
  add_options(*verb, *options);
  verb->callback([options, &exit] { exit = serve(*options); });
}

}  // namespace frontdesk::cli

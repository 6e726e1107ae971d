// SPDX-License-Identifier: Apache-2.0
#include "fault/faults.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <cstdlib>

namespace test {

program_under_test with_limits(
    const std::filesystem::path& data, const std::vector<std::string>& limits
) {
  std::vector<std::string> command{FRONTDESK_WITH_LIMITS, data.string(), small_rules().string()};
  command.insert(command.end(), limits.begin(), limits.end());
  return program_under_test{std::move(command)};
}

std::uint64_t counter(const std::string& metrics, const std::string& name) {
  const auto at = metrics.find("\nfrontdesk_" + name + " ");
  REQUIRE(at != std::string::npos);
  return std::strtoull(metrics.c_str() + at + name.size() + 12, nullptr, 10);
}

std::uint64_t counter_of(unsigned short port, const std::string& name) {
  return counter(ask(port, "GET", "/metrics").body, name);
}

std::string text(const json::value& v) { return std::string{v.as_string()}; }

visitor_record one_who_wrote(const std::filesystem::path& data) {
  program_under_test program{data};
  REQUIRE(program.port() != 0);
  client page{program.port()};
  visitor_record record;
  record.token = page.greet().at("token");
  page.say("m1", "hello");
  page.receive("ack");
  record.acked.insert("m1");
  program.signal(SIGTERM);
  REQUIRE(program.wait() == 0);
  return record;
}

std::set<std::string> check_history(unsigned short port, const visitor_record& v) {
  client page{port};
  const auto welcome = page.greet(v.token);
  REQUIRE(text(welcome.at("type")) == "welcome");
  const auto& messages = welcome.at("messages").as_array();
  std::multiset<std::string> seen;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const auto& m = messages[i].as_object();
    CHECK(m.at("seq").to_number<std::size_t>() == i + 1);
    if (text(m.at("from")) != "visitor") continue;
    seen.insert(text(m.at("id")));
    REQUIRE(i + 1 < messages.size());
    CHECK(text(messages[i + 1].at("from")) == "bot");
  }
  for (const auto& id : v.acked) CHECK(seen.count(id) == 1);
  std::set<std::string> once{seen.begin(), seen.end()};
  CHECK(once.size() == seen.size());
  return once;
}

}  // namespace test

// SPDX-License-Identifier: Apache-2.0
// What the tests of trouble share: programs to start, their counters, what a visitor has seen.
#pragma once
#include "server/client.hpp"
#include "server/program.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace test {

/// The server with limits of its own, such as "hello=1".
program_under_test with_limits(
    const std::filesystem::path& data, const std::vector<std::string>& limits
);

/// One counter out of a metrics text.
std::uint64_t counter(const std::string& metrics, const std::string& name);
/// The same, asked over a connection of its own.
std::uint64_t counter_of(unsigned short port, const std::string& name);

std::string text(const json::value& v);

/// What a visitor was told is kept.
struct visitor_record {
  json::value token;
  std::set<std::string> acked;
};
/// Starts the program on a data folder, lets one new visitor write, and stops it in good order.
visitor_record one_who_wrote(const std::filesystem::path& data);
/// Every acknowledged message is there exactly once with an answer behind it, and the numbers have
/// no gap. Returns the ids of the visitor's messages that are there.
std::set<std::string> check_history(unsigned short port, const visitor_record& v);

}  // namespace test

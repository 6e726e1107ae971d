// SPDX-License-Identifier: Apache-2.0
// src/wire/openapi.json as what the running program is held to: every call made with `call` has its
// answer checked against the description.
#pragma once
#include "server/client.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace test {

/// One call of the description.
struct described_call {
  std::string method, path;  // upper case; with {id} or {n}
  bool open = false;         // no login needed
  bool admin = false;        // staff may not
  bool body = false;         // wants one
  bool once = false;         // takes an Idempotency-Key
};
const std::vector<described_call>& described();

/// What of the answer does not fit the description, or an empty string: status, content type, body,
/// headers, and that a refusal says why in a sentence.
std::string contract_fault(
    std::string_view method, std::string_view target, const answer& answered
);

/// Somebody who is signed in, or nobody, at one program.
class caller {
 public:
  caller(unsigned short port, headers cookie) : port_(port), cookie_(std::move(cookie)) {}

  /// As the console calls: with X-Frontdesk and, if there is a body, its type. The answer has been
  /// held to the description. `more` replaces or adds headers; an empty value takes one away.
  answer call(
      const std::string& method,
      const std::string& target,
      const std::string& body = {},
      const headers& more = {}
  ) const;
  answer call(
      const std::string& method,
      const std::string& target,
      const json::object& body,
      const headers& more = {}
  ) const;
  answer get(const std::string& target) const { return call("GET", target); }
  /// Items of all pages of a list, `limit` at a time. Each page but the last is full.
  json::array all_of(const std::string& path, int limit) const;

 private:
  unsigned short port_;
  headers cookie_;
};

/// The detail of a problem.
std::string why(const answer& refused);
/// The login that an answer began, as a Cookie header.
headers login_in(const answer& answered);

}  // namespace test

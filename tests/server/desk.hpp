// SPDX-License-Identifier: Apache-2.0
// One program that the tests which do not stop it share: it trains once.
#pragma once
#include "server/client.hpp"
#include "server/contract.hpp"
#include "server/program.hpp"

namespace test {

program_under_test& desk();
/// Makes the first admin of a program that has none: the Cookie header. Ana, "ana".
headers first_admin_of(const program_under_test& program);
/// Signs in as the admin of `desk()` (made on the first call): the Cookie header.
headers admin();
/// Invites somebody and takes the invitation: the Cookie header of their first login.
headers invited(const std::string& username, std::string_view role);
/// The admin of `desk()`, a member of its staff ("rosa"), and somebody who is not signed in.
caller as_admin();
caller as_staff();
caller as_nobody();

/// What everybody's password is.
inline constexpr const char* password = "a long enough password 42";

/// A conversation with one message of a visitor, and its answer: the id.
std::string somebody_asks(const std::string& words);

}  // namespace test

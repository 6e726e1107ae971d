// SPDX-License-Identifier: Apache-2.0
// One program that the tests which do not stop it share: it trains once.
#pragma once
#include "server/client.hpp"
#include "server/program.hpp"

namespace test {

program_under_test& desk();
/// Signs in as the admin of `desk()` (made on the first call): the Cookie header.
headers admin();

}  // namespace test

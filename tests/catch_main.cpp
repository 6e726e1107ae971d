// SPDX-License-Identifier: Apache-2.0
// The one file that carries Catch2's own main.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

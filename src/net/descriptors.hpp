// SPDX-License-Identifier: Apache-2.0
// Each connection takes a file descriptor, and a process may have 1,024 unless it asks for more.
#pragma once
#include <cstddef>

namespace frontdesk::net {

/// Raises this process's soft limit of descriptors to what `connections` need besides files and
/// rules, as far as the hard limit allows. Returns how many connections fit now.
std::size_t allow_connections(std::size_t connections);

}  // namespace frontdesk::net

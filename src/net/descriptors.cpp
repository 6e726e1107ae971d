// SPDX-License-Identifier: Apache-2.0
#include "net/descriptors.hpp"

#include <sys/resource.h>

#include <algorithm>

namespace frontdesk::net {
namespace {

// The database with its log and index, the rules folder and its watch, epoll, logs, the listener,
// and those who are being turned away.
constexpr rlim_t besides = 128;

}  // namespace

std::size_t allow_connections(std::size_t connections) {
  rlimit now{};
  if (::getrlimit(RLIMIT_NOFILE, &now) != 0) return connections;
  const rlim_t wanted = std::min<rlim_t>(now.rlim_max, connections + besides);
  if (now.rlim_cur < wanted) {
    const rlimit raised{wanted, now.rlim_max};
    if (::setrlimit(RLIMIT_NOFILE, &raised) == 0) now = raised;
  }
  const rlim_t fit = now.rlim_cur > besides ? now.rlim_cur - besides : 0;
  return std::min<std::size_t>(connections, fit);
}

}  // namespace frontdesk::net

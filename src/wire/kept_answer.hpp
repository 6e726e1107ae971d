// SPDX-License-Identifier: Apache-2.0
// An HTTP answer as the store keeps it for a repeat of the call (Idempotency-Key).
#pragma once
#include "base/error.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace frontdesk::wire {

struct kept_answer {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

/// JSON for store::once_record::answer. Never empty.
std::string to_stored(const kept_answer& answer);
/// errc::damaged: not what `to_stored` wrote.
result<kept_answer> answer_from_stored(std::string_view stored);

}  // namespace frontdesk::wire

// SPDX-License-Identifier: Apache-2.0
// The bytes of a row of the log: the head in the clear, the rest as it is before sealing.
// Little-endian, fixed widths; the first byte is the form's number, so that a later form can be
// told.
#pragma once
#include "store/store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::store {

std::string encode(const head& h);
/// errc::damaged.
result<head> decode_head(std::string_view bytes);

/// What is sealed in one row.
struct turn_content {
  std::vector<stored_message> messages;
  std::string state;
};
std::string encode(const std::vector<stored_message>& messages, std::string_view state);
/// errc::damaged.
result<turn_content> decode_content(std::string_view bytes);

/// What a sealed row is bound to: moved to another place or under another head, it does not open.
std::string place_of_row(
    const conversation_id& id, std::int64_t row, std::int64_t previous, std::string_view head
);

}  // namespace frontdesk::store

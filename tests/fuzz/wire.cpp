// SPDX-License-Identifier: Apache-2.0
// Any bytes as what comes over a socket or out of the database: decoding never fails, what it
// accepts is within its limits, and what is stored reads the same again.
#include "base/utf8.hpp"
#include "wire/console.hpp"
#include "wire/draft.hpp"
#include "wire/kept.hpp"
#include "wire/message.hpp"
#include "wire/visitor.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace frontdesk;

void require(bool holds) {
  if (!holds) std::abort();
}

void visitor(std::string_view bytes) {
  const limits bounds;
  const auto read = wire::decode_visitor(bytes, bounds);
  if (const auto* why = std::get_if<wire::fault>(&read)) {
    require(!why->sentence.empty());
    require(wire::parse_object(wire::encode_error(*why), 8).has_value());
    return;
  }
  const auto* says = std::get_if<chat::visitor_says>(&std::get<wire::visitor_frame>(read));
  if (says == nullptr) return;
  require(!says->id.empty() && utf8::length(says->text) <= bounds.text_code_points_max);
  require(wire::parse_object(wire::encode_ack(says->id, 1, {}), 8).has_value());
}

void console(std::string_view bytes) {
  const limits bounds;
  const auto read = wire::decode_console(bytes, bounds);
  if (const auto* why = std::get_if<wire::fault>(&read)) {
    require(wire::parse_object(wire::encode_console_error(*why), 8).has_value());
  }
}

void message(std::string_view bytes) {
  const auto read = wire::from_stored(7, bytes);
  if (!read) return;
  const auto stored = wire::to_stored(*read);
  const auto again = wire::from_stored(7, stored);
  require(again.has_value() && wire::to_stored(*again) == stored);
}

void state(std::string_view bytes) {
  const auto read = wire::kept_from_stored(bytes);
  if (!read) return;
  const auto stored = wire::to_stored(*read);
  const auto again = wire::kept_from_stored(stored);
  require(again.has_value() && wire::to_stored(*again) == stored);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  switch (bytes[0] % 4) {
    case 0:
      visitor(text);
      break;
    case 1:
      console(text);
      break;
    case 2:
      message(text);
      break;
    default:
      state(text);
  }
  return 0;
}

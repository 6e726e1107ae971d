// SPDX-License-Identifier: Apache-2.0
// Identifiers: 16 random bytes each, a type of its own for each kind of thing.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace frontdesk {

/// Fills `out` with `size` bytes from the operating system's generator (libsodium). Any thread.
void random_bytes(void* out, std::size_t size) noexcept;

/// Lower-case hexadecimal of bytes, and back (nothing if not exactly 2 * size hexadecimal digits).
std::string to_hex(const std::uint8_t* bytes, std::size_t size);
bool from_hex(std::string_view text, std::uint8_t* bytes, std::size_t size) noexcept;

/// A 128-bit identifier of a `Tag`. Written as 32 lower-case hexadecimal digits.
template <class Tag>
struct basic_id {
  std::array<std::uint8_t, 16> bytes{};

  static basic_id random() {
    basic_id id;
    random_bytes(id.bytes.data(), id.bytes.size());
    return id;
  }
  static std::optional<basic_id> parse(std::string_view text) {
    basic_id id;
    if (!from_hex(text, id.bytes.data(), id.bytes.size())) return std::nullopt;
    return id;
  }
  std::string text() const { return to_hex(bytes.data(), bytes.size()); }
  bool empty() const { return *this == basic_id{}; }
  auto operator<=>(const basic_id&) const = default;
};

using conversation_id = basic_id<struct conversation_tag>;
using person_id = basic_id<struct person_tag>;    ///< staff and admins
using request_id = basic_id<struct request_tag>;  ///< a consultation request

}  // namespace frontdesk

template <class Tag>
struct std::hash<frontdesk::basic_id<Tag>> {
  std::size_t operator()(const frontdesk::basic_id<Tag>& id) const noexcept {
    std::size_t h;  // the bytes are random already
    std::memcpy(&h, id.bytes.data(), sizeof h);
    return h;
  }
};

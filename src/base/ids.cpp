// SPDX-License-Identifier: Apache-2.0
#include "base/ids.hpp"

#include <sodium.h>

namespace frontdesk {

void random_bytes(void* out, std::size_t size) noexcept { randombytes_buf(out, size); }

std::string to_hex(const std::uint8_t* bytes, std::size_t size) {
  std::string text(size * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes, size);
  text.pop_back();
  return text;
}

bool from_hex(std::string_view text, std::uint8_t* bytes, std::size_t size) noexcept {
  if (text.size() != size * 2) return false;
  std::size_t read = 0;
  return sodium_hex2bin(bytes, size, text.data(), text.size(), nullptr, &read, nullptr) == 0 &&
         read == size;
}

}  // namespace frontdesk

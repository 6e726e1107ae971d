// SPDX-License-Identifier: Apache-2.0
// The vault: message text and contact data are sealed under a key per conversation, and those keys
// under a master key in a file of its own. Destroying a conversation's key erases it, in every
// backup too.
#pragma once
#include "base/error.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace frontdesk {

/// 256-bit key. Wiped when it goes.
class secret_key {
 public:
  secret_key() = default;
  ~secret_key();
  secret_key(const secret_key&) = default;
  secret_key& operator=(const secret_key&) = default;
  static secret_key random();

  std::array<std::uint8_t, 32> bytes{};
};

/// Seals `plain` (XChaCha20-Poly1305, RFC 8439 with the extended nonce): 24 bytes nonce, then
/// ciphertext and tag. `bound_to` is authenticated with it and must be given again to open: a row
/// cannot be moved to another place.
std::string seal(const secret_key& key, std::string_view plain, std::string_view bound_to);
/// Opens what `seal` made. errc::damaged: another key, another `bound_to`, or changed bytes.
result<std::string> open(const secret_key& key, std::string_view sealed, std::string_view bound_to);

/// Reads the master key from `file` (64 hexadecimal digits), mode 0600.
/// errc::not_found: no such file; errc::damaged: not a key; errc::unauthorized: others may read it.
result<secret_key> read_master_key(const std::filesystem::path& file);
/// Makes a new one, never over an existing file (errc::conflict). errc::input_output: cannot be
/// written.
result<secret_key> create_master_key(const std::filesystem::path& file);

/// BLAKE2b-256 of a token, for comparing tokens without keeping them.
std::string token_hash(std::string_view token);
/// 32 random bytes as 43 base64url characters.
std::string random_token();

/// Argon2id (libsodium, moderate limits capped at 64 MiB: 67 ms here) as an encoded string.
/// Blocking: run on a pool.
std::string hash_password(std::string_view password);
bool verify_password(std::string_view encoded, std::string_view password);

}  // namespace frontdesk

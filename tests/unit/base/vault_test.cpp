// SPDX-License-Identifier: Apache-2.0
#include "base/vault.hpp"

#include "base/ids.hpp"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include <fstream>

using namespace frontdesk;

namespace {

// A folder that goes with the test.
struct temporary_folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() /
                               ("frontdesk-test-" + conversation_id::random().text());
  temporary_folder() { std::filesystem::create_directories(path); }
  ~temporary_folder() { std::filesystem::remove_all(path); }
};

void write(const std::filesystem::path& file, std::string_view text, mode_t mode) {
  std::ofstream{file} << text;
  REQUIRE(::chmod(file.c_str(), mode) == 0);
}

}  // namespace

TEST_CASE("what is sealed opens with its own key and its own place only", "[vault]") {
  const auto key = secret_key::random();
  const auto sealed = seal(key, "my pain is bad", "conversation-1");
  CHECK(sealed.find("pain") == std::string::npos);
  CHECK(open(key, sealed, "conversation-1").value() == "my pain is bad");
  CHECK(open(key, sealed, "conversation-2").error() == errc::damaged);
  CHECK(open(secret_key::random(), sealed, "conversation-1").error() == errc::damaged);
}

TEST_CASE("a changed or cut sealed text never opens", "[vault]") {
  const auto key = secret_key::random();
  const auto sealed = seal(key, "hello", "");
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    auto changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CHECK(open(key, changed, "").error() == errc::damaged);
    CHECK(open(key, sealed.substr(0, i), "").error() == errc::damaged);
  }
}

TEST_CASE("the same text sealed twice looks different", "[vault]") {
  const auto key = secret_key::random();
  CHECK(seal(key, "same", "") != seal(key, "same", ""));
}

TEST_CASE("a master key is made once, kept to its owner, and read back", "[vault]") {
  const temporary_folder folder;
  const auto file = folder.path / "master.key";
  CHECK(read_master_key(file).error() == errc::not_found);
  const auto made = create_master_key(file);
  REQUIRE(made.has_value());
  CHECK(read_master_key(file).value().bytes == made->bytes);
  CHECK(create_master_key(file).error() == errc::conflict);
  CHECK(create_master_key(folder.path / "no-folder" / "k").error() == errc::input_output);
}

TEST_CASE("a master key that others may read, or that is no key, is refused", "[vault]") {
  const temporary_folder folder;
  const auto file = folder.path / "master.key";
  write(file, std::string(64, 'a'), 0644);
  CHECK(read_master_key(file).error() == errc::unauthorized);
  write(file, std::string(63, 'a'), 0600);
  CHECK(read_master_key(file).error() == errc::damaged);
  write(file, std::string(64, 'g'), 0600);
  CHECK(read_master_key(file).error() == errc::damaged);
}

TEST_CASE("a password verifies against its own hash only", "[vault]") {
  const auto encoded = hash_password("correct horse");
  CHECK(encoded.starts_with("$argon2id$"));
  CHECK(verify_password(encoded, "correct horse"));
  CHECK_FALSE(verify_password(encoded, "correct Horse"));
  CHECK_FALSE(verify_password("", "correct horse"));
}

TEST_CASE("tokens are 43 characters for an address, and none is like another", "[vault]") {
  const auto token = random_token();
  CHECK(token.size() == 43);
  CHECK(
      token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
      std::string::npos
  );
  CHECK(token != random_token());
  CHECK(token_hash(token).size() == 64);
  CHECK(token_hash(token) == token_hash(token));
}

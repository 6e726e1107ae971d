// SPDX-License-Identifier: Apache-2.0
#include "base/vault.hpp"

#include "base/ids.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cassert>
#include <new>

namespace frontdesk {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
// 64 MiB and 3 passes: libsodium's "interactive" memory with one more pass than its own; OWASP's
// minimum is 19 MiB and 2.
constexpr unsigned long long password_passes = 3;
constexpr std::size_t password_memory_bytes = 64U * 1024 * 1024;

// libsodium wants to be started once before anything else; starting it again is harmless.
[[maybe_unused]] const bool started = sodium_init() >= 0;

const unsigned char* bytes_of(std::string_view s) {
  return reinterpret_cast<const unsigned char*>(s.data());
}
unsigned char* bytes_of(std::string& s) { return reinterpret_cast<unsigned char*>(s.data()); }

class descriptor {
 public:
  explicit descriptor(int fd) : fd_(fd) {}
  ~descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(fd, text.data(), text.size());
    if (n <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

// A new file is there for sure only when its folder is on disk as well.
bool sync_folder_of(const std::filesystem::path& file) {
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
  const descriptor fd{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  return fd.get() >= 0 && ::fsync(fd.get()) == 0;
}

}  // namespace

secret_key::~secret_key() { sodium_memzero(bytes.data(), bytes.size()); }

secret_key secret_key::random() {
  secret_key key;
  random_bytes(key.bytes.data(), key.bytes.size());
  return key;
}

std::string seal(const secret_key& key, std::string_view plain, std::string_view bound_to) {
  std::string sealed(nonce_bytes + plain.size() + tag_bytes, '\0');
  random_bytes(sealed.data(), nonce_bytes);
  unsigned long long written = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      bytes_of(sealed) + nonce_bytes,
      &written,
      bytes_of(plain),
      plain.size(),
      bytes_of(bound_to),
      bound_to.size(),
      nullptr,
      bytes_of(sealed),
      key.bytes.data()
  );
  assert(written == plain.size() + tag_bytes);
  return sealed;
}

result<std::string> open(
    const secret_key& key, std::string_view sealed, std::string_view bound_to
) {
  if (sealed.size() < nonce_bytes + tag_bytes) return make_error_code(errc::damaged);
  std::string plain(sealed.size() - nonce_bytes - tag_bytes, '\0');
  unsigned long long written = 0;
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      bytes_of(plain),
      &written,
      nullptr,
      bytes_of(sealed) + nonce_bytes,
      sealed.size() - nonce_bytes,
      bytes_of(bound_to),
      bound_to.size(),
      bytes_of(sealed),
      key.bytes.data()
  );
  if (failed != 0) return make_error_code(errc::damaged);
  return plain;
}

result<secret_key> read_master_key(const std::filesystem::path& file) {
  const descriptor fd{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
  if (fd.get() < 0) return make_error_code(errno == ENOENT ? errc::not_found : errc::input_output);
  struct stat about {};
  if (::fstat(fd.get(), &about) != 0) return make_error_code(errc::input_output);
  if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0) return make_error_code(errc::unauthorized);
  std::array<char, 80> text{};
  const ssize_t size = ::read(fd.get(), text.data(), text.size());
  if (size < 0) return make_error_code(errc::input_output);
  std::string_view digits{text.data(), static_cast<std::size_t>(size)};
  if (digits.ends_with('\n')) digits.remove_suffix(1);
  secret_key key;
  const bool good = from_hex(digits, key.bytes.data(), key.bytes.size());
  sodium_memzero(text.data(), text.size());
  if (!good) return make_error_code(errc::damaged);
  return key;
}

result<secret_key> create_master_key(const std::filesystem::path& file) {
  const auto key = secret_key::random();
  const descriptor fd{::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
  if (fd.get() < 0) return make_error_code(errno == EEXIST ? errc::conflict : errc::input_output);
  std::string text = to_hex(key.bytes.data(), key.bytes.size()) + "\n";
  const bool good = write_all(fd.get(), text) && ::fsync(fd.get()) == 0 && sync_folder_of(file);
  sodium_memzero(text.data(), text.size());
  if (!good) {
    ::unlink(file.c_str());  // half a key would be taken for a damaged one at the next start
    return make_error_code(errc::input_output);
  }
  return key;
}

std::string token_hash(std::string_view token) {
  std::array<std::uint8_t, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), bytes_of(token), token.size(), nullptr, 0);
  return to_hex(hash.data(), hash.size());
}

std::string random_token() {
  std::array<std::uint8_t, 32> bytes{};
  random_bytes(bytes.data(), bytes.size());
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
  text.pop_back();  // libsodium counts the terminating zero
  return text;
}

std::string hash_password(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> out{};
  if (crypto_pwhash_str(
          out.data(), password.data(), password.size(), password_passes, password_memory_bytes
      ) != 0) {
    throw std::bad_alloc{};  // its only failure: no memory
  }
  return out.data();
}

bool verify_password(std::string_view encoded, std::string_view password) {
  const std::string text{encoded};  // libsodium wants a terminating zero
  return crypto_pwhash_str_verify(text.c_str(), password.data(), password.size()) == 0;
}

}  // namespace frontdesk

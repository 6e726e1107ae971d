// SPDX-License-Identifier: Apache-2.0
// Rules files on disk. A file is replaced whole or not at all, also when the power goes.
#include "intent/loading.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <system_error>

namespace frontdesk::intent {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t file_bytes_max = 16U * 1024 * 1024;
constexpr std::size_t files_max = 2000;

// One byte over the limit is read on purpose: `parse` then says which file is too large.
std::optional<std::string> slurp(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::error_code ec;
  const auto size = std::min(fs::file_size(file, ec), file_bytes_max + 1);
  if (ec) return std::nullopt;
  std::string text(static_cast<std::size_t>(size), '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

bool is_rules_file(const fs::path& p) {
  return p.extension() == ".json" && p.filename().native().front() != '.';
}

class descriptor {
 public:
  descriptor(const fs::path& p, int flags) : fd_(::open(p.c_str(), flags | O_CLOEXEC, 0644)) {}
  ~descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  bool write(std::string_view text) const {
    while (!text.empty()) {
      const auto n = ::write(fd_, text.data(), text.size());
      if (n <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }
  bool sync() const { return fd_ >= 0 && ::fsync(fd_) == 0; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_;
};

bool replace(const fs::path& file, std::string_view text) {
  const auto beside = fs::path(file) += ".new";
  {
    const descriptor out(beside, O_WRONLY | O_CREAT | O_TRUNC);
    if (!out || !out.write(text) || !out.sync()) {
      std::error_code ignored;
      fs::remove(beside, ignored);
      return false;
    }
  }
  std::error_code ec;
  fs::rename(beside, file, ec);
  return !ec && descriptor(file.parent_path(), O_RDONLY | O_DIRECTORY).sync();
}

// A file name of the set must stay inside the folder.
bool plain(const std::string& name) {
  return !name.empty() && name.front() != '.' && name.find('/') == name.npos;
}

}  // namespace

result<file_set> read_files(const fs::path& folder) {
  std::error_code ec;
  if (!fs::is_directory(folder, ec)) return make_error_code(errc::not_found);
  file_set out;
  for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
    if (!is_rules_file(it->path()) || !it->is_regular_file(ec)) continue;
    auto text = slurp(it->path());
    if (!text || out.size() == files_max) return make_error_code(errc::input_output);
    out.emplace(it->path().filename().string(), std::move(*text));
  }
  if (ec) return make_error_code(errc::input_output);
  return out;
}

result<void> write_files(const fs::path& folder, const file_set& files) {
  std::error_code ec;
  fs::create_directories(folder, ec);
  if (ec) return make_error_code(errc::input_output);
  for (const auto& [name, text] : files) {
    if (!plain(name)) return make_error_code(errc::bad_request);
    if (slurp(folder / name) == text) continue;
    if (!replace(folder / name, text)) return make_error_code(errc::input_output);
  }
  return {};
}

}  // namespace frontdesk::intent

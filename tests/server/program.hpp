// SPDX-License-Identifier: Apache-2.0
// The real program, started on a free port with a data folder of its own.
#pragma once
#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace test {

/// A folder that goes when it goes.
class temporary_folder {
 public:
  temporary_folder();
  ~temporary_folder();
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The rules that a program gets which names none: written once.
const std::filesystem::path& small_rules();

/// `frontdesk serve`. Waits until it says that it is open, or has ended.
class program_under_test {
 public:
  program_under_test(
      const std::filesystem::path& data, std::vector<std::string> more = {}, int port = 0
  );
  /// Any command that serves in the same way; the first word is its path. Not `waits`: it is left
  /// at its start, and has no port yet.
  explicit program_under_test(std::vector<std::string> command, bool waits = true);
  ~program_under_test();
  program_under_test(const program_under_test&) = delete;
  program_under_test& operator=(const program_under_test&) = delete;

  unsigned short port() const { return port_; }
  /// Token of the link for the first admin, if one was printed.
  const std::string& first_admin() const { return first_admin_; }
  /// What it said on the terminal as far as it was read: until it was open, or ended, or `hear`
  /// heard.
  const std::string& said() const { return said_; }
  /// Waits until it has said `words` after what was heard before. False: not in time, or ended.
  bool hear(const std::string& words);
  /// Nobody reads its terminal any more.
  void hang_up();
  /// Processor time that it has used, user and system.
  std::chrono::duration<double> cpu_time() const;
  void signal(int number) const;
  /// Waits for its end: the exit code, or minus the signal that ended it.
  int wait();

 private:
  void start(std::vector<std::string> command, bool waits = true);
  void read_until_open();
  bool read_more();
  pid_t pid_ = -1;
  int terminal_ = -1;
  unsigned short port_ = 0;
  std::string first_admin_, said_;
  std::size_t heard_ = 0;
};

}  // namespace test

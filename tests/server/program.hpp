// SPDX-License-Identifier: Apache-2.0
// The real program, started on a free port with a data folder of its own.
#pragma once
#include <sys/types.h>

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

/// `frontdesk serve`. Waits until it says that it is open, or has ended.
class program_under_test {
 public:
  program_under_test(
      const std::filesystem::path& data, std::vector<std::string> more = {}, int port = 0
  );
  ~program_under_test();
  program_under_test(const program_under_test&) = delete;
  program_under_test& operator=(const program_under_test&) = delete;

  unsigned short port() const { return port_; }
  /// Token of the link for the first admin, if one was printed.
  const std::string& first_admin() const { return first_admin_; }
  /// What it said on the terminal until it was open, or ended, or `hear` heard.
  const std::string& said() const { return said_; }
  /// Waits until it has said `words` after what is in `said()` now. False: not in time.
  bool hear(const std::string& words);
  void signal(int number) const;
  /// Waits for its end: the exit code, or minus the signal that ended it.
  int wait();

 private:
  void read_until_open(int from);
  bool read_some();
  pid_t pid_ = -1;
  int terminal_ = -1;
  unsigned short port_ = 0;
  std::string first_admin_, said_;
};

}  // namespace test

// SPDX-License-Identifier: Apache-2.0
#include "server/program.hpp"

#include "paths.hpp"
#include "server/small_rules.hpp"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace test {
namespace {

// Training under a sanitizer on a busy machine.
constexpr std::chrono::seconds start_patience{120};

std::vector<char*> pointers(std::vector<std::string>& arguments) {
  std::vector<char*> out;
  for (auto& a : arguments) out.push_back(a.data());
  out.push_back(nullptr);
  return out;
}

pid_t run(std::vector<std::string> arguments, int terminal) {
  auto argv = pointers(arguments);
  const pid_t pid = ::fork();
  if (pid != 0) return pid;
  ::dup2(terminal, STDOUT_FILENO);
  ::dup2(terminal, STDERR_FILENO);
  ::execv(argv[0], argv.data());
  ::_exit(127);
}

}  // namespace

const std::filesystem::path& small_rules() {
  static const temporary_folder folder;
  static const bool written = (write_small_rules(folder.path()), true);
  static_cast<void>(written);
  return folder.path();
}

temporary_folder::temporary_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "frontdesk-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"mkdtemp"};
  path_ = name;
}

temporary_folder::~temporary_folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

program_under_test::program_under_test(
    const std::filesystem::path& data, std::vector<std::string> more, int port
) {
  std::vector<std::string> arguments{
      program().string(),
      "serve",
      "--listen",
      "127.0.0.1:" + std::to_string(port),
      "--data",
      data.string(),
      "--rules",
      small_rules().string()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  start(std::move(arguments));
}

program_under_test::program_under_test(std::vector<std::string> command, bool waits) {
  start(std::move(command), waits);
}

void program_under_test::start(std::vector<std::string> command, bool waits) {
  int ends[2];
  REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
  pid_ = run(std::move(command), ends[1]);
  ::close(ends[1]);
  terminal_ = ends[0];
  if (waits) read_until_open();
}

program_under_test::~program_under_test() {
  if (pid_ > 0) {
    signal(SIGKILL);
    wait();
  }
  hang_up();
}

void program_under_test::hang_up() {
  if (terminal_ >= 0) ::close(terminal_);
  terminal_ = -1;
}

// False: it has ended.
bool program_under_test::read_more() {
  pollfd ready{terminal_, POLLIN, 0};
  if (::poll(&ready, 1, 1000) <= 0) return true;
  char bytes[4096];
  const auto size = ::read(terminal_, bytes, sizeof bytes);
  if (size <= 0) return false;
  said_.append(bytes, static_cast<std::size_t>(size));
  return true;
}

void program_under_test::read_until_open() {
  const auto until = std::chrono::steady_clock::now() + start_patience;
  while (std::chrono::steady_clock::now() < until) {
    if (!read_more()) return;
    const auto ready_at = said_.find("event=ready port=");
    if (ready_at == std::string::npos || said_.find('\n', ready_at) == std::string::npos) continue;
    port_ = static_cast<unsigned short>(std::atoi(said_.c_str() + ready_at + 17));
    const auto link = said_.find("/first-admin#");
    if (link != std::string::npos) {
      first_admin_ = said_.substr(link + 13, said_.find('\n', link) - link - 13);
    }
    heard_ = said_.size();
    return;
  }
  FAIL("the program did not open in time; it said: " << said_);
}

bool program_under_test::hear(const std::string& words) {
  const auto until = std::chrono::steady_clock::now() + start_patience;
  while (std::chrono::steady_clock::now() < until) {
    const auto at = said_.find(words, heard_);
    if (at != std::string::npos) {
      heard_ = at + words.size();
      return true;
    }
    if (!read_more()) return false;
  }
  return false;
}

std::chrono::duration<double> program_under_test::cpu_time() const {
  std::ifstream file{"/proc/" + std::to_string(pid_) + "/stat"};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  // utime and stime are fields 14 and 15 (proc(5)); the name before them may hold blanks.
  std::istringstream rest{text.substr(text.rfind(')') + 2)};
  std::string word;
  double ticks = 0;
  for (int i = 3; i <= 15 && rest >> word; ++i) {
    if (i >= 14) ticks += std::stod(word);
  }
  return std::chrono::duration<double>{ticks / static_cast<double>(::sysconf(_SC_CLK_TCK))};
}

void program_under_test::signal(int number) const { ::kill(pid_, number); }

int program_under_test::wait() {
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace test

// SPDX-License-Identifier: Apache-2.0
// The whole durable turn over a socket (message in, understood, answered, on disk, ack and answer
// out), against a bare Beast echo server and the disk's own sync in the same run. Prints figures
// and ratios; it is no pass/fail test. usage: bench_socket_turn PROGRAM RULES [CONNECTIONS]
// [SECONDS]
#include "load.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
namespace fs = std::filesystem;
using tcp = asio::ip::tcp;
using boost::system::error_code;

// The reference: what Beast costs when nothing is done with a message.
class echo : public std::enable_shared_from_this<echo> {
 public:
  explicit echo(tcp::socket socket) : ws_(std::move(socket)) {}
  void start() {
    ws_.next_layer().set_option(tcp::no_delay{true});
    ws_.async_accept([self = shared_from_this()](error_code ec) {
      if (!ec) self->read();
    });
  }

 private:
  void read() {
    ws_.async_read(buffer_, [self = shared_from_this()](error_code ec, std::size_t) {
      if (ec) return;
      self->ws_.text(true);
      self->ws_.async_write(self->buffer_.data(), [self](error_code failed, std::size_t) {
        self->buffer_.clear();
        if (!failed) self->read();
      });
    });
  }
  websocket::stream<tcp::socket, false> ws_;
  beast::flat_buffer buffer_;
};

void accept_next(tcp::acceptor& acceptor) {
  acceptor.async_accept([&acceptor](error_code ec, tcp::socket socket) {
    if (!ec) std::make_shared<echo>(std::move(socket))->start();
    accept_next(acceptor);
  });
}

unsigned short free_port() {
  asio::io_context io;
  return tcp::acceptor{io, {asio::ip::address_v4::loopback(), 0}}.local_endpoint().port();
}

pid_t start_echo(unsigned short port) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  asio::io_context io{1};
  tcp::acceptor acceptor{io, {asio::ip::address_v4::loopback(), port}};
  accept_next(acceptor);
  io.run();
  std::_Exit(0);
}

pid_t start_program(
    const char* program, const char* rules, const fs::path& data, unsigned short port
) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  const auto address = "127.0.0.1:" + std::to_string(port);
  if (!std::freopen((data.string() + ".log").c_str(), "w", stdout)) std::_Exit(3);
  ::dup2(STDOUT_FILENO, STDERR_FILENO);
  ::execl(
      program,
      program,
      "serve",
      "--listen",
      address.c_str(),
      "--data",
      data.c_str(),
      "--rules",
      rules,
      "--bench-limits",
      nullptr
  );
  std::_Exit(3);
}

// Whether `port` takes connections and, with `readiness`, says that it is ready (rules are trained
// by then).
bool ready_once(unsigned short port, bool readiness) {
  asio::io_context io;
  tcp::socket probe{io};
  error_code ec;
  probe.connect({asio::ip::address_v4::loopback(), port}, ec);
  if (ec || !readiness) return !ec;
  asio::write(
      probe, asio::buffer(std::string_view{"GET /readyz HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n"}), ec
  );
  std::string answer;
  asio::read(probe, asio::dynamic_buffer(answer), ec);
  return answer.find(" 200 ") != std::string::npos;
}

bool answers(unsigned short port, bool readiness = false) {
  for (int i = 0; i < 600; ++i) {
    if (ready_once(port, readiness)) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
  }
  return false;
}

// CPU time of a process so far, user and system, in seconds.
double cpu_of(pid_t pid) {
  std::ifstream file{"/proc/" + std::to_string(pid) + "/stat"};
  std::string text{std::istreambuf_iterator<char>{file}, {}};
  std::istringstream rest{text.substr(text.rfind(')') + 2)};
  std::string word;
  double ticks = 0;
  for (int i = 0; i < 13 && rest >> word; ++i) {
    if (i >= 11) ticks += std::stod(word);  // utime and stime are fields 14 and 15 (proc(5))
  }
  return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

struct measured {
  bench::figures load;
  double cpu_us = 0;  // of the server, a turn
};

measured measure(pid_t server, bench::load what) {
  measured m;
  const double before = cpu_of(server);
  m.load = bench::run(what);
  const double share =
      m.load.seconds / (m.load.seconds + static_cast<double>(what.warm_up.count()));
  if (m.load.turns > 0)
    m.cpu_us = (cpu_of(server) - before) * share / static_cast<double>(m.load.turns) * 1e6;
  return m;
}

double fdatasync_p50_us(const fs::path& file) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const std::string page(4096, 'x');
  std::vector<double> micros;
  for (int i = 0; i < 200; ++i) {
    if (::pwrite(fd, page.data(), page.size(), (i % 16) * 4096) < 0) break;
    const auto began = std::chrono::steady_clock::now();
    ::fdatasync(fd);
    micros.push_back(
        std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - began).count()
    );
  }
  ::close(fd);
  std::sort(micros.begin(), micros.end());
  return micros.empty() ? 0 : micros[micros.size() / 2];
}

void print(const char* name, const measured& m) {
  std::printf(
      "%-26s %9.0f turns/s   p50 %7.0f us   p99 %7.0f us   server CPU %6.1f us a turn\n",
      name,
      static_cast<double>(m.load.turns) / m.load.seconds,
      m.load.p50_us,
      m.load.p99_us,
      m.cpu_us
  );
  if (!m.load.failure.empty()) std::printf("%-26s failed: %s\n", "", m.load.failure.c_str());
}

void end(pid_t child) {
  ::kill(child, SIGTERM);
  ::waitpid(child, nullptr, 0);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: %s PROGRAM RULES [CONNECTIONS] [SECONDS]\n", argv[0]);
    return 2;
  }
  bench::load what;
  if (argc > 3) what.connections = static_cast<std::size_t>(std::atoi(argv[3]));
  if (argc > 4) what.measured = std::chrono::seconds{std::atoi(argv[4])};
  const auto folder = fs::temp_directory_path() / ("frontdesk-bench-" + std::to_string(::getpid()));
  fs::create_directories(folder);

  what.port = free_port();
  const pid_t reference = start_echo(what.port);
  answers(what.port);
  const auto echoed = measure(reference, what);
  end(reference);

  what.port = free_port();
  what.frontdesk = true;
  const pid_t program = start_program(argv[1], argv[2], folder / "data", what.port);
  if (!answers(what.port, true)) {
    std::fprintf(stderr, "the program did not start; see %s.log\n", (folder / "data").c_str());
    return 3;
  }
  const auto turned = measure(program, what);
  end(program);
  const double sync_us = fdatasync_p50_us(folder / "sync");
  fs::remove_all(folder);

  std::printf("%zu connections, closed loop, %.0f s each\n", what.connections, turned.load.seconds);
  print("bare Beast echo", echoed);
  print("frontdesk, durable turn", turned);
  std::printf("fdatasync of 4 KiB            p50 %7.0f us\n", sync_us);
  const auto rate = [](const measured& m) {
    return static_cast<double>(m.load.turns) / m.load.seconds;
  };
  if (echoed.cpu_us > 0 && turned.load.turns > 0) {
    std::printf(
        "ratios: throughput %.2f of echo, server CPU %.1f times echo\n",
        rate(turned) / rate(echoed),
        turned.cpu_us / echoed.cpu_us
    );
  }
  return turned.load.failure.empty() && turned.load.turns > 0 ? 0 : 3;
}

// SPDX-License-Identifier: Apache-2.0
// A peer that does with a TCP connection what no well-behaved client would. Every wait has a
// deadline.
#pragma once
#include <string>
#include <string_view>

namespace test {

class peer {
 public:
  /// From an address of its own, or from `address`. `slow`: takes as little as the system allows
  /// before it reads.
  explicit peer(unsigned short port, const std::string& address = {}, bool slow = false);
  ~peer();
  peer(peer&& other) noexcept;
  peer& operator=(peer&&) = delete;

  bool connected() const { return connected_; }
  /// False: the connection is gone.
  bool send(std::string_view bytes);
  /// One masked text frame.
  bool send_frame(std::string_view text);
  /// What has come, once `text` stands in it or the connection has ended; it is read then.
  std::string read_until(std::string_view text);
  /// All that comes until the connection ends.
  std::string read_to_end();
  /// Sends `bytes` again and again, with a pause, until `text` has come; false if the connection
  /// ended without.
  bool trickle_until(std::string_view bytes, std::string_view text);
  void close();

  /// One request on a connection that stays open; the body.
  std::string get(const std::string& target);
  /// Upgrades to the visitor's socket and says hello.
  void greet();

 private:
  bool read_more();
  int fd_ = -1;
  bool connected_ = false;
  std::string received_;
};

/// The head of a request to open the visitor's socket.
std::string upgrade_head(std::string_view version = "13");

}  // namespace test

// SPDX-License-Identifier: Apache-2.0
#include "net/outbox.hpp"

namespace frontdesk::net {
namespace {

// RFC 6455, 5.2: FIN and opcode 1 (text), then the length in 1, 3 or 9 bytes.
std::uint8_t write_header(std::array<char, 10>& out, std::uint64_t size) {
  out[0] = static_cast<char>(0x81);
  if (size < 126) {
    out[1] = static_cast<char>(size);
    return 2;
  }
  const std::size_t length_bytes = size < 65536 ? 2 : 8;
  out[1] = static_cast<char>(length_bytes == 2 ? 126 : 127);
  for (std::size_t i = 0; i < length_bytes; ++i) {
    out[2 + i] = static_cast<char>(size >> (8 * (length_bytes - 1 - i)));
  }
  return static_cast<std::uint8_t>(2 + length_bytes);
}

}  // namespace

bool outbox::push(shared_text text) {
  item added;
  added.header_size = write_header(added.header, text->size());
  added.text = std::move(text);
  if (bytes_ + added.size() > bytes_max_) return false;
  bytes_ += added.size();
  queue_.push_back(std::move(added));
  return true;
}

void outbox::push_raw(std::string bytes) {
  item added;
  added.raw = std::move(bytes);
  bytes_ += added.size();
  queue_.push_back(std::move(added));
}

const std::vector<asio::const_buffer>& outbox::next() {
  buffers_.clear();
  for (taken_ = 0; taken_ < queue_.size() && taken_ < items_at_once; ++taken_) {
    const auto& i = queue_[taken_];
    if (i.header_size > 0) buffers_.emplace_back(i.header.data(), i.header_size);
    const auto& body = i.text ? *i.text : i.raw;
    buffers_.emplace_back(body.data(), body.size());
  }
  return buffers_;
}

void outbox::wrote() {
  for (; taken_ > 0; --taken_) {
    bytes_ -= queue_.front().size();
    queue_.pop_front();
  }
}

void outbox::clear() {
  queue_.clear();
  bytes_ = taken_ = 0;
}

}  // namespace frontdesk::net

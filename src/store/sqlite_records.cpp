// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_records.hpp"

#include <bit>
#include <concepts>
#include <cstring>

namespace frontdesk::store {
namespace {

static_assert(std::endian::native == std::endian::little, "the stored form is little-endian");

constexpr std::uint8_t head_form = 1, content_form = 1;

class writer {
 public:
  template <std::integral T>
  writer& put(T value) {
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
    return *this;
  }
  writer& put_bytes(std::string_view bytes) {
    put(static_cast<std::uint32_t>(bytes.size()));
    out_.append(bytes);
    return *this;
  }
  writer& put_raw(std::string_view bytes) {
    out_.append(bytes);
    return *this;
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/// Reading beyond the end gives zeros and is told by `good`, which the caller asks once at the end.
class reader {
 public:
  explicit reader(std::string_view bytes) : left_(bytes) {}
  template <std::integral T>
  T get() {
    T value{};
    const auto bytes = take(sizeof value);
    if (good_) std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }
  std::string_view get_bytes() { return take(get<std::uint32_t>()); }
  std::string_view take(std::size_t size) {
    if (size > left_.size()) good_ = false;
    if (!good_) return {};
    const auto bytes = left_.substr(0, size);
    left_.remove_prefix(size);
    return bytes;
  }
  bool good() const { return good_; }
  bool ended() const { return good_ && left_.empty(); }

 private:
  std::string_view left_;
  bool good_ = true;
};

std::int64_t ms(time_point t) { return t.time_since_epoch().count(); }
time_point from_ms(std::int64_t t) { return time_point{std::chrono::milliseconds{t}}; }

std::string_view bytes_of(const std::array<std::uint8_t, 16>& id) {
  return {reinterpret_cast<const char*>(id.data()), id.size()};
}

}  // namespace

std::string encode(const head& h) {
  writer out;
  out.put(head_form).put(h.status).put(h.alert).put(h.request_status).put(h.last_seq);
  out.put(ms(h.started_at)).put(ms(h.last_at));
  out.put(static_cast<std::uint8_t>(h.waiting_since.has_value()));
  out.put(h.waiting_since ? ms(*h.waiting_since) : std::int64_t{0});
  out.put(static_cast<std::uint8_t>(h.holder.has_value()));
  out.put_raw(bytes_of(h.holder ? h.holder->bytes : person_id{}.bytes));
  return out.take();
}

result<head> decode_head(std::string_view bytes) {
  reader in{bytes};
  if (in.get<std::uint8_t>() != head_form) return make_error_code(errc::damaged);
  head h;
  h.status = in.get<std::uint8_t>();
  h.alert = in.get<std::uint8_t>();
  h.request_status = in.get<std::uint8_t>();
  h.last_seq = in.get<std::uint64_t>();
  h.started_at = from_ms(in.get<std::int64_t>());
  h.last_at = from_ms(in.get<std::int64_t>());
  const bool waiting = in.get<std::uint8_t>() != 0;
  const auto since = from_ms(in.get<std::int64_t>());
  if (waiting) h.waiting_since = since;
  const bool held = in.get<std::uint8_t>() != 0;
  const auto holder = in.take(16);
  if (!in.ended()) return make_error_code(errc::damaged);
  if (held) std::memcpy(h.holder.emplace().bytes.data(), holder.data(), holder.size());
  return h;
}

std::string encode(const std::vector<stored_message>& messages, std::string_view state) {
  writer out;
  out.put(content_form).put_bytes(state).put(static_cast<std::uint32_t>(messages.size()));
  for (const auto& m : messages) out.put(m.seq).put_bytes(m.sealed_part);
  return out.take();
}

result<turn_content> decode_content(std::string_view bytes) {
  reader in{bytes};
  if (in.get<std::uint8_t>() != content_form) return make_error_code(errc::damaged);
  turn_content content;
  content.state = in.get_bytes();
  const auto count = in.get<std::uint32_t>();
  for (std::uint32_t i = 0; i < count && in.good(); ++i) {
    stored_message m;
    m.seq = in.get<std::uint64_t>();
    m.sealed_part = in.get_bytes();
    content.messages.push_back(std::move(m));
  }
  if (!in.ended()) return make_error_code(errc::damaged);
  return content;
}

std::string place_of_row(
    const conversation_id& id, std::int64_t row, std::int64_t previous, std::string_view head
) {
  writer out;
  out.put_raw(bytes_of(id.bytes)).put(row).put(previous).put_raw(head);
  return out.take();
}

}  // namespace frontdesk::store

// SPDX-License-Identifier: Apache-2.0
// What the visitor's page sends, into commands.
#include "base/utf8.hpp"
#include "wire/visitor.hpp"

namespace frontdesk::wire {
namespace {

constexpr std::size_t depth_max = 8;
constexpr std::uint64_t seq_max = 1ULL << 53;  // the largest whole number that a page can hold
constexpr std::size_t id_bytes_max = 64;       // chat::message::id

visitor_frame read_hello(object_reader& from) {
  visitor_hello h;
  h.token = from.optional_text("token", 128);
  h.after = from.number("after", 0, seq_max);
  h.locale = from.text("locale", 64);
  h.notice = from.optional_text("notice", 64).value_or("");
  if (const auto* page = from.optional_object("page")) {
    object_reader inner{*page, "page."};
    // A title is decoration: a long one is cut, not refused.
    const auto title = inner.optional_text("title", 16 * 1024).value_or("");
    h.page = utf8::prefix(title, 200);
    if (!inner.good()) from.blame("page", "has a title that is not a text");
  }
  return h;
}

visitor_frame read_message(object_reader& from, const limits& bounds) {
  chat::visitor_says says;
  says.id = from.text("id", id_bytes_max);
  if (from.good() && says.id.empty()) from.blame("id", "is empty");
  says.text = from.text("text", bounds.frame_bytes_max);
  says.choice = from.optional_text("choice", 128).value_or("");
  says.notice = from.optional_text("notice", 64).value_or("");
  if (utf8::length(says.text) > bounds.text_code_points_max) {
    from.blame(
        "text",
        "has more than " + std::to_string(bounds.text_code_points_max) + " characters",
        errc::too_long
    );
  }
  if (says.text.find('\0') != std::string::npos) from.blame("text", "holds a zero byte");
  const bool blank = says.text.find_first_not_of(" \t\r\n") == std::string::npos;
  if (blank && says.choice.empty()) from.blame("text", "is empty");
  return says;
}

visitor_frame read_rate(object_reader& from) {
  return chat::visitor_rates{static_cast<int>(from.number("value", 1, 5))};
}

std::optional<visitor_frame> read_frame(
    std::string_view type, object_reader& from, const limits& bounds
) {
  if (type == "message") return read_message(from, bounds);
  if (type == "hello") return read_hello(from);
  if (type == "typing") return visitor_typing{from.truth("on")};
  if (type == "read") return chat::visitor_read{from.number("seq", 0, seq_max)};
  if (type == "end") return chat::visitor_ends{};
  if (type == "forget") return visitor_forgets{};
  if (type == "rate") return read_rate(from);
  return std::nullopt;
}

}  // namespace

decoded<visitor_frame> decode_visitor(std::string_view frame, const limits& bounds) {
  if (frame.size() > bounds.frame_bytes_max) {
    return fault{errc::too_long, "The frame is longer than the limit.", {}};
  }
  const auto object = parse_object(frame, depth_max);
  if (!object) return fault{errc::bad_request, "The frame is not one JSON object.", {}};
  object_reader from{*object};
  const auto type = from.text("type", 32);
  auto read = from.good() ? read_frame(type, from, bounds) : std::nullopt;
  if (from.good() && read) return std::move(*read);
  if (from.good()) return fault{errc::bad_request, "The type of the frame is not known.", {}};
  auto why = *from.why();
  object_reader again{*object};
  why.id = again.optional_text("id", id_bytes_max).value_or("");
  return why;
}

}  // namespace frontdesk::wire

// SPDX-License-Identifier: Apache-2.0
// What the console sends, into commands.
#include "base/utf8.hpp"
#include "wire/console.hpp"

namespace frontdesk::wire {
namespace {

constexpr std::size_t depth_max = 8;
constexpr std::uint64_t seq_max = 1ULL << 53;
constexpr std::size_t id_bytes_max = 64;
constexpr std::size_t times_max = 3;

chat::command read_text(object_reader& from, bool note, const limits& bounds) {
  chat::staff_says says;
  says.note = note;
  says.id = from.text("id", id_bytes_max);
  says.text = from.text("text", bounds.frame_bytes_max);
  if (utf8::length(says.text) > bounds.text_code_points_max) {
    from.blame(
        "text",
        "has more than " + std::to_string(bounds.text_code_points_max) + " characters",
        errc::too_long
    );
  }
  if (says.text.find_first_not_of(" \t\r\n") == std::string::npos) from.blame("text", "is empty");
  if (says.text.find('\0') != std::string::npos) from.blame("text", "holds a zero byte");
  return says;
}

chat::command read_proposal(object_reader& from) {
  chat::staff_proposes proposes;
  proposes.request = from.id<request_id>("request");
  const auto* times = from.array("times");
  if (times == nullptr) return proposes;
  if (times->empty() || times->size() > times_max) from.blame("times", "has not 1 to 3 times");
  for (const auto& item : *times) {
    const auto* s = item.if_string();
    const auto at = s == nullptr ? std::nullopt : from_iso({s->data(), s->size()});
    if (!at) from.blame("times", "holds something that is not a time");
    if (at) proposes.times.push_back(*at);
  }
  return proposes;
}

chat::command read_confirmation(object_reader& from) {
  chat::staff_confirms confirms;
  confirms.request = from.id<request_id>("request");
  confirms.at = from.time("at");
  return confirms;
}

chat::command read_refusal(object_reader& from) {
  chat::staff_declines declines;
  declines.request = from.id<request_id>("request");
  return declines;
}

std::optional<chat::command> read_command(
    std::string_view type, object_reader& from, const limits& bounds
) {
  if (type == "say") return read_text(from, false, bounds);
  if (type == "note") return read_text(from, true, bounds);
  if (type == "take") return chat::staff_takes{};
  if (type == "release") return chat::staff_releases{};
  if (type == "close") return chat::staff_closes{};
  if (type == "propose") return read_proposal(from);
  if (type == "confirm") return read_confirmation(from);
  if (type == "decline") return read_refusal(from);
  if (type == "clear_alert") return chat::staff_clears_alert{};
  return std::nullopt;
}

console_frame read_does(object_reader& from, chat::command what) {
  console_does does;
  does.id = from.text("id", id_bytes_max);
  if (from.good() && does.id.empty()) from.blame("id", "is empty");
  does.conversation = from.id<conversation_id>("conversation");
  does.what = std::move(what);
  return does;
}

console_frame read_mark(object_reader& from) {
  console_does does;
  does.conversation = from.id<conversation_id>("conversation");
  does.what = chat::staff_read{from.number("seq", 0, seq_max)};
  return does;
}

console_frame read_open(object_reader& from) {
  console_opens opens;
  opens.conversation = from.id<conversation_id>("conversation");
  opens.after = from.number("after", 0, seq_max);
  return opens;
}

std::optional<console_frame> read_frame(
    std::string_view type, object_reader& from, const limits& bounds
) {
  if (type == "hello") return console_hello{from.number("cursor", 0, seq_max)};
  if (type == "open") return read_open(from);
  if (type == "leave") return console_leaves{};
  if (type == "read") return read_mark(from);
  if (type == "available") return console_available{from.truth("on")};
  if (type == "typing") {
    const auto conversation = from.id<conversation_id>("conversation");
    return console_typing{conversation, from.truth("on")};
  }
  auto command = read_command(type, from, bounds);
  if (!command) return std::nullopt;
  return read_does(from, std::move(*command));
}

}  // namespace

decoded<console_frame> decode_console(std::string_view frame, const limits& bounds) {
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

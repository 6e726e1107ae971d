// SPDX-License-Identifier: Apache-2.0
#include "wire/rest_lists.hpp"

namespace frontdesk::wire {

void write_next(json_writer& to, std::string_view next) {
  to.key("next");
  next.empty() ? to.null() : to.value(next);
}

std::string encode_summaries(std::span<const summary> items, std::string_view next) {
  json_writer to;
  to.open_object().key("items").open_array();
  for (const auto& s : items) write(to, s);
  to.close_array();
  write_next(to, next);
  to.close_object();
  return to.take();
}

std::string encode_requests(std::span<const summary> items, std::string_view next) {
  json_writer to;
  to.open_object().key("items").open_array();
  for (const auto& s : items) write_request(to, s.id, s.kept->state);
  to.close_array();
  write_next(to, next);
  to.close_object();
  return to.take();
}

std::string encode_conversation(const summary& s, std::span<const chat::message> messages) {
  json_writer to;
  to.open_object().key("summary");
  write(to, s);
  to.key("messages").open_array();
  for (const auto& m : messages) write(to, m, reader_of::staff);
  to.close_array().close_object();
  return to.take();
}

}  // namespace frontdesk::wire

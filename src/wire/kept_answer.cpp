// SPDX-License-Identifier: Apache-2.0
#include "wire/kept_answer.hpp"

#include "wire/stored.hpp"
#include "wire/writer.hpp"

namespace frontdesk::wire {
namespace {

constexpr std::size_t depth_max = 4;

}  // namespace

std::string to_stored(const kept_answer& answer) {
  json_writer to;
  to.open_object().field("status", answer.status).key("headers").open_array();
  for (const auto& [name, value] : answer.headers) {
    to.open_object().field("name", name).field("value", value).close_object();
  }
  to.close_array().field("body", answer.body).close_object();
  return to.take();
}

result<kept_answer> answer_from_stored(std::string_view stored) {
  const auto object = parse_object(stored, depth_max);
  if (!object) return make_error_code(errc::damaged);
  kept_answer answer;
  answer.status = stored::number<int>(*object, "status");
  if (answer.status == 0) return make_error_code(errc::damaged);
  stored::each(*object, "headers", [&answer](const json::object& header) {
    answer.headers.emplace_back(stored::text(header, "name"), stored::text(header, "value"));
  });
  answer.body = stored::text(*object, "body");
  return answer;
}

}  // namespace frontdesk::wire

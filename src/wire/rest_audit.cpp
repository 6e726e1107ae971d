// SPDX-License-Identifier: Apache-2.0
#include "wire/rest_audit.hpp"

#include "wire/rest_lists.hpp"
#include "wire/writer.hpp"

namespace frontdesk::wire {
namespace {

void write(json_writer& to, const audit_line& a) {
  to.open_object().field("at", a.at).key("by");
  if (a.by) {
    to.open_object().field("id", a.by->id.text()).field("name", a.by->name).close_object();
  } else {
    to.null();
  }
  to.field("what", a.what).key("about");
  a.about.empty() ? to.null() : to.value(a.about);
  to.field_unless_empty("name", a.name).close_object();
}

}  // namespace

std::string encode_audits(std::span<const audit_line> items, std::string_view next) {
  json_writer to;
  to.open_object().key("items").open_array();
  for (const auto& a : items) write(to, a);
  to.close_array();
  write_next(to, next);
  to.close_object();
  return to.take();
}

}  // namespace frontdesk::wire

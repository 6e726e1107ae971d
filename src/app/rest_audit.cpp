// SPDX-License-Identifier: Apache-2.0
// Who did what, for admins.
#include "wire/rest_audit.hpp"

#include "app/rest.hpp"

#include <map>

namespace frontdesk::app {
namespace {

wire::audit_line line_of(
    const store::audit_record& entry, const std::map<person_id, std::string>& names
) {
  wire::audit_line line;
  line.at = entry.at;
  line.what = entry.what;
  line.about = entry.about;
  if (entry.who) {
    line.by.emplace().id = *entry.who;
    if (const auto known = names.find(*entry.who); known != names.end()) {
      line.by->name = known->second;
    }
  }
  if (const auto person = person_id::parse(entry.about)) {
    if (const auto known = names.find(*person); known != names.end()) line.name = known->second;
  }
  return line;
}

}  // namespace

rest::response rest::list_audit(net::http_request request, staff_member) {
  const auto found = co_await parts_.store.audits(cursor_of(request), limit_of(request));
  if (!found) co_return problem_of_list(found.error());
  const auto people = co_await everybody();
  std::map<person_id, std::string> names;
  for (const auto& p : people) names.emplace(p.id, p.name);
  std::vector<wire::audit_line> lines;
  for (const auto& entry : found->items) lines.push_back(line_of(entry, names));
  co_return net::json_response(200, wire::encode_audits(lines, found->next));
}

}  // namespace frontdesk::app

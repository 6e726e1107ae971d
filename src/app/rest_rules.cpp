// SPDX-License-Identifier: Apache-2.0
// Rules: reading, checking, trying, publishing, going back.
#include "app/rest.hpp"
#include "app/trial.hpp"

#include <charconv>

namespace frontdesk::app {
namespace {

std::string tag_of(long revision) { return '"' + std::to_string(revision) + '"'; }

// `"12"`, also without quotes, or weak: a proxy that compresses makes it so, and a revision is the
// same rules either way. Nothing: no number.
std::optional<long> revision_of(std::string_view text) {
  if (text.starts_with("W/")) text.remove_prefix(2);
  if (text.size() > 1 && text.front() == '"' && text.back() == '"') {
    text = text.substr(1, text.size() - 2);
  }
  long number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

// Whether an If-Match header (RFC 9110, 13.1.1: `*`, or a list) names the revision in force.
// Nothing: it names no revision.
std::optional<bool> names(std::string_view header, long in_force) {
  bool found = false;
  while (!header.empty()) {
    const auto end = std::min(header.find(','), header.size());
    auto tag = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    while (tag.starts_with(' ')) tag.remove_prefix(1);
    while (tag.ends_with(' ')) tag.remove_suffix(1);
    const auto number = tag == "*" ? in_force : revision_of(tag);
    if (!number) return std::nullopt;
    found = found || *number == in_force;
  }
  return found;
}

wire::revision_line line_of(
    const store::revision_record& r, const std::vector<store::person_record>& people
) {
  wire::revision_line line;
  line.number = r.number;
  line.at = r.at;
  line.note = r.note;
  line.summary = r.summary;
  if (!r.by) return line;
  line.by.emplace().id = *r.by;
  for (const auto& p : people) {
    if (p.id == *r.by) line.by->name = p.name;
  }
  return line;
}

const error_code missing = make_error_code(errc::not_found);
constexpr std::string_view no_revision = "There is no such revision.";

net::http_response published_meanwhile() {
  return net::problem(412, "Somebody published meanwhile. Look at their change, then publish.");
}

// Nothing: the header names the revision in force.
std::optional<net::http_response> refusal_by(std::string_view if_match, long in_force) {
  const auto named = names(if_match, in_force);
  if (!named) return net::problem(400, "If-Match names a revision, such as \"12\".");
  if (!*named) return published_meanwhile();
  return std::nullopt;
}

}  // namespace

rest::response rest::show_rules(net::http_request, staff_member) {
  const auto revision = parts_.rules.revision();
  auto answer = net::json_response(
      200, wire::encode_rules(parts_.rules.files(), revision, parts_.rules.refused())
  );
  answer.with("ETag", tag_of(revision));
  co_return answer;
}

rest::response rest::check_rules(net::http_request request, staff_member) {
  auto read = wire::decode_check(request.body);
  if (const auto* why = std::get_if<wire::fault>(&read)) co_return problem_for(*why);
  auto body = std::get<wire::check_body>(std::move(read));
  const auto findings = co_await parts_.rules.check(std::move(body.draft));
  if (!findings) co_return problem_for(findings.error());
  co_return net::json_response(200, wire::encode_findings(*findings));
}

rest::response rest::try_rules(net::http_request request, staff_member) {
  auto read = wire::decode_try(request.body, parts_.bounds.text_code_points_max);
  if (const auto* why = std::get_if<wire::fault>(&read)) co_return problem_for(*why);
  auto body = std::get<wire::try_body>(std::move(read));
  auto rules = parts_.rules.current();
  if (body.draft) {
    auto draft = std::move(*body.draft);
    auto trained = co_await parts_.rules.train(std::move(draft));
    if (!trained) co_return problem_for(trained.error());
    if (!trained->rules) {
      const auto findings = wire::findings_member(trained->findings);
      co_return net::problem(422, "The draft has errors, so it cannot be tried.", findings);
    }
    rules = trained->rules;
  }
  const auto tried =
      try_message(*rules, body.text, body.language, parts_.time.now(), parts_.desk.staff_online());
  co_return net::json_response(200, wire::encode_trial(tried, *rules));
}

net::http_response rest::published(const publish_outcome& outcome) const {
  if (!outcome.ec) {
    auto answer = net::json_response(200, wire::encode_published(outcome.revision));
    answer.with("ETag", tag_of(outcome.revision));
    return answer;
  }
  if (outcome.ec == errc::bad_request) {
    const auto findings = wire::findings_member(outcome.findings);
    return net::problem(422, "The rules have errors, so they were not published.", findings);
  }
  if (outcome.ec == errc::conflict) return published_meanwhile();
  if (outcome.ec == errc::not_found) return problem_for(missing, no_revision);
  if (outcome.ec == errc::input_output) {
    return net::problem(500, "The rules folder cannot be written. Nothing was published.");
  }
  return problem_for(outcome.ec);
}

rest::response rest::publish_rules(net::http_request request, staff_member me) {
  const auto if_match = request.header("if-match").value_or("");
  if (if_match.empty()) {
    co_return net::problem(428, "The header If-Match: \"<revision>\" is missing.");
  }
  const auto expected = parts_.rules.revision();
  if (auto refused = refusal_by(if_match, expected)) co_return std::move(*refused);
  auto read = wire::decode_publish(request.body, parts_.bounds.name_code_points_max);
  if (const auto* why = std::get_if<wire::fault>(&read)) co_return problem_for(*why);
  auto body = std::get<wire::publish_body>(std::move(read));
  publish_order order;
  order.note = std::move(body.note);
  order.by = me.id;
  order.expected = expected;
  const auto outcome = co_await parts_.rules.publish(std::move(body.draft), std::move(order));
  co_return published(outcome);
}

rest::response rest::list_revisions(net::http_request request, staff_member) {
  const auto found = co_await parts_.store.revisions(cursor_of(request), limit_of(request));
  if (!found) co_return problem_of_list(found.error());
  const auto people = co_await everybody();
  std::vector<wire::revision_line> lines;
  for (const auto& r : found->items) lines.push_back(line_of(r, people));
  co_return net::json_response(200, wire::encode_revisions(lines, found->next));
}

rest::response rest::show_revision(net::http_request request, staff_member) {
  const auto number = revision_of(request.ids.at(0)).value_or(0);
  if (number <= 0) co_return problem_for(missing, no_revision);
  const auto shown = co_await parts_.store.revision(number);
  if (!shown && shown.error() == errc::not_found) co_return problem_for(missing, no_revision);
  if (!shown) co_return problem_for(shown.error());
  std::string before = "{}";
  if (number > 1) {
    auto previous = co_await parts_.store.revision(number - 1);
    if (!previous) co_return problem_for(previous.error());
    before = std::move(previous->files);
  }
  auto compare = [before = std::move(before), after = shown->files]() {
    using changes = std::vector<wire::rules_change>;
    const auto was = wire::files_from_stored(before), is = wire::files_from_stored(after);
    if (!was || !is) return result<changes>{make_error_code(errc::damaged)};
    return result<changes>{wire::changes_between(*was, *is)};
  };
  const auto changes =
      co_await parts_.pool.run<std::vector<wire::rules_change>>(std::move(compare));
  if (!changes) co_return problem_for(changes.error());
  const auto people = co_await everybody();
  const auto line = line_of(*shown, people);
  co_return net::json_response(200, wire::encode_revision(line, *changes));
}

rest::response rest::roll_back(net::http_request request, staff_member me) {
  const auto number = revision_of(request.ids.at(0)).value_or(0);
  if (const auto if_match = request.header("if-match")) {
    if (auto refused = refusal_by(*if_match, parts_.rules.revision())) {
      co_return std::move(*refused);
    }
  }
  auto read = wire::decode_rollback(request.body, parts_.bounds.name_code_points_max);
  if (const auto* why = std::get_if<wire::fault>(&read)) co_return problem_for(*why);
  publish_order order;
  order.note = std::get<wire::rollback_body>(std::move(read)).note;
  order.by = me.id;
  const auto outcome = co_await parts_.rules.roll_back(number, std::move(order));
  co_return published(outcome);
}

}  // namespace frontdesk::app

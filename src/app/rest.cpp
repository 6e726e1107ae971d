// SPDX-License-Identifier: Apache-2.0
#include "app/rest.hpp"

#include <algorithm>
#include <charconv>

namespace frontdesk::app {
namespace {

constexpr int page_default = 50, page_max = 200;

bool changes_state(std::string_view method) { return method != "GET"; }

// Parameters such as the character set are left aside: JSON is UTF-8 (RFC 8259, 8.1).
bool is_json(const net::http_request& request) {
  auto type = request.header("content-type").value_or("");
  type = type.substr(0, type.find_first_of("; "));
  constexpr std::string_view wanted = "application/json";
  return std::equal(type.begin(), type.end(), wanted.begin(), wanted.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b;
  });
}

std::string_view sentence_for(error_code ec) {
  if (ec == errc::bad_request) return "The request does not fit the contract.";
  if (ec == errc::too_long) return "Longer than what is allowed.";
  if (ec == errc::unauthorized) return "Please sign in.";
  if (ec == errc::not_found) return "There is nothing at this address.";
  if (ec == errc::conflict) return "Somebody else was first.";
  if (ec == errc::gone) return "This is not there any more.";
  if (ec == errc::rate_limited) return "Too many attempts. Wait a minute and try again.";
  if (ec == errc::busy) return "Busy right now. Try again in a moment.";
  if (ec == errc::damaged) return "What is stored here is damaged and cannot be opened.";
  return "The server could not store or read this. Nothing was changed.";
}

int status_for(error_code ec) {
  if (ec == errc::bad_request) return 400;
  if (ec == errc::too_long) return 413;
  if (ec == errc::unauthorized) return 401;
  if (ec == errc::not_found) return 404;
  if (ec == errc::conflict) return 409;
  if (ec == errc::gone) return 410;
  if (ec == errc::rate_limited) return 429;
  if (ec == errc::busy) return 503;
  return 500;
}

}  // namespace

net::http_response problem_for(error_code ec, std::string_view what) {
  auto answer = net::problem(status_for(ec), what.empty() ? sentence_for(ec) : what);
  if (ec == errc::rate_limited) answer.with("Retry-After", "60");
  if (ec == errc::busy) answer.with("Retry-After", "1");
  return answer;
}
net::http_response problem_for(const wire::fault& why) {
  return problem_for(make_error_code(why.code), why.sentence);
}
net::http_response problem_of_list(error_code ec) {
  return problem_for(ec, ec == errc::bad_request ? "The cursor is not one of this list." : "");
}

wire::member as_member(const store::person_record& p) {
  wire::member m;
  m.id = p.id;
  m.name = p.name;
  m.username = p.username;
  m.admin = p.admin;
  m.disabled = p.disabled;
  m.last_login = p.last_login;
  return m;
}

int limit_of(const net::http_request& request) {
  const auto text = request.param("limit").value_or("");
  int limit = page_default;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (read.ec != std::errc{} || limit < 1) return page_default;
  return limit < page_max ? limit : page_max;
}

std::string cursor_of(const net::http_request& request) {
  return std::string{request.param("cursor").value_or("")};
}

std::string link_to(
    const net::http_request& request, std::string_view page, std::string_view token
) {
  const auto host = request.header("host").value_or("localhost");
  std::string link = request.secure ? "https://" : "http://";
  return link.append(host).append("/console/").append(page).append("#").append(token);
}

// --- the table

const std::vector<rest::route>& rest::table() {
  static const std::vector<route> all{
      {"POST", "/v1/session", gate::anyone, &rest::sign_in},
      {"GET", "/v1/session", gate::staff, &rest::show_session},
      {"DELETE", "/v1/session", gate::staff, &rest::sign_out},
      {"POST", "/v1/first-admin", gate::anyone, &rest::first_admin},
      {"POST", "/v1/password", gate::staff, &rest::change_password},
      {"POST", "/v1/invite", gate::anyone, &rest::accept_invitation},
      {"GET", "/v1/people", gate::admin, &rest::list_people},
      {"POST", "/v1/people", gate::admin, &rest::invite, true},
      {"PATCH", "/v1/people/{id}", gate::admin, &rest::change_person},
      {"POST", "/v1/people/{id}/reset", gate::admin, &rest::reset_person, true},
      {"GET", "/v1/conversations", gate::staff, &rest::list_conversations},
      {"GET", "/v1/conversations/{id}", gate::staff, &rest::show_conversation},
      {"DELETE", "/v1/conversations/{id}", gate::admin, &rest::erase_conversation},
      {"GET", "/v1/requests", gate::staff, &rest::list_requests},
      {"GET", "/v1/rules", gate::admin, &rest::show_rules},
      {"POST", "/v1/rules/check", gate::admin, &rest::check_rules},
      {"POST", "/v1/rules/try", gate::admin, &rest::try_rules},
      {"POST", "/v1/rules/publish", gate::admin, &rest::publish_rules, true},
      {"GET", "/v1/revisions", gate::admin, &rest::list_revisions},
      {"GET", "/v1/revisions/{n}", gate::admin, &rest::show_revision},
      {"POST", "/v1/revisions/{n}/rollback", gate::admin, &rest::roll_back, true},
      {"GET", "/v1/audit", gate::admin, &rest::list_audit},
  };
  return all;
}

std::vector<route_line> rest::routes() {
  std::vector<route_line> lines;
  for (const auto& r : table()) lines.push_back({r.method, r.pattern, r.creates});
  return lines;
}

void rest::add_routes(net::router& to) {
  for (const auto& r : table()) {
    to.add(r.method, r.pattern, [this, &r](net::http_request request) {
      return serve(r, std::move(request));
    });
  }
}

// The gate. No foreign page can send X-Frontdesk without a preflight, which is never granted.
rest::response rest::serve(const route& r, net::http_request request) {
  if (changes_state(r.method) && request.header("x-frontdesk").value_or("") != "1") {
    co_return net::problem(403, "The header X-Frontdesk: 1 is missing.");
  }
  staff_member me;
  if (r.may != gate::anyone) {
    std::string token{request.cookie(login_cookie).value_or("")};
    auto known = co_await parts_.people.check(std::move(token), true);
    if (!known) co_return problem_for(known.error());
    me = std::move(*known);
    if (r.may == gate::admin && !me.admin)
      co_return net::problem(403, "Only an admin may do this.");
  }
  if (!request.body.empty() && !is_json(request)) {
    co_return net::problem(415, "The body must be JSON, with Content-Type: application/json.");
  }
  net::http_response answer;
  if (r.creates && request.header("idempotency-key")) {
    answer = co_await serve_once(r, std::move(request), std::move(me));
  } else {
    answer = co_await (this->*r.handler)(std::move(request), std::move(me));
  }
  const bool said = std::any_of(answer.headers.begin(), answer.headers.end(), [](const auto& h) {
    return h.first == "Cache-Control";
  });
  if (!said) answer.with("Cache-Control", "no-store");
  co_return answer;
}

asio::awaitable<result<void>> rest::note(person_id by, std::string what, std::string about) {
  store::audit_record entry;
  entry.at = parts_.time.now();
  if (!by.empty()) entry.who = by;
  entry.what = std::move(what);
  entry.about = std::move(about);
  return parts_.store.audit(std::move(entry));
}

}  // namespace frontdesk::app

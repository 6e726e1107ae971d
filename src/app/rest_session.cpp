// SPDX-License-Identifier: Apache-2.0
// Signing in and out, the first admin, passwords.
#include "app/rest.hpp"

namespace frontdesk::app {
namespace {

constexpr std::string_view weak_password = "The password needs at least 12 characters.";
constexpr std::string_view bad_person =
    "The name must not be empty, the user name is 2 to 64 of a-z 0-9 . _ - @ +, and the password "
    "needs at least 12 characters.";
constexpr std::string_view link_gone = "This link was used already or has expired.";

// Not `Domain`: the host only. Lax would send it from links on foreign pages, None from frames.
std::string cookie(const net::http_request& request, std::string_view token, long seconds) {
  std::string text{login_cookie};
  text.append("=").append(token).append("; Path=/; HttpOnly; SameSite=Strict; Max-Age=");
  text.append(std::to_string(seconds));
  if (request.secure) text += "; Secure";
  return text;
}

}  // namespace

net::http_response rest::logged_in(
    const net::http_request& request, int status, const signed_in& who
) {
  const auto seconds = std::chrono::seconds{parts_.bounds.login_max}.count();
  auto answer = net::json_response(status, wire::encode_me(as_member(who.who)));
  answer.with("Set-Cookie", cookie(request, who.token, seconds));
  return answer;
}

asio::awaitable<std::string> rest::id_of(std::string username) {
  const auto all = co_await everybody();
  std::string id;
  for (const auto& p : all) {
    if (p.username == username) id = p.id.text();
  }
  co_return id;
}

rest::response rest::sign_in(net::http_request request, staff_member) {
  auto read = wire::decode_login(request.body);
  if (const auto* why = std::get_if<wire::fault>(&read)) co_return problem_for(*why);
  auto body = std::get<wire::login_body>(std::move(read));
  auto username = user_name(body.username).value_or("");
  auto done = co_await parts_.people.sign_in(
      std::move(body.username), std::move(body.password), request.peer
  );
  if (!done && done.error() == errc::unauthorized) {
    // Whose account it was, if anybody's. What was typed is not kept: it may be a password.
    auto about = co_await id_of(std::move(username));
    const auto noted = co_await note({}, "login.failed", std::move(about));
    if (!noted) co_return problem_for(noted.error());
    co_return problem_for(done.error(), "The user name or the password is wrong.");
  }
  if (!done) co_return problem_for(done.error());
  co_return logged_in(request, 200, *done);
}

rest::response rest::show_session(net::http_request, staff_member me) {
  const auto all = co_await everybody();
  for (const auto& p : all) {
    if (p.id == me.id) co_return net::json_response(200, wire::encode_me(as_member(p)));
  }
  co_return problem_for(make_error_code(errc::unauthorized));
}

rest::response rest::sign_out(net::http_request request, staff_member me) {
  std::string token{request.cookie(login_cookie).value_or("")};
  const auto ended = co_await parts_.people.sign_out(std::move(token), me.id);
  if (!ended) co_return problem_for(ended.error());
  net::http_response answer{204};
  answer.with("Set-Cookie", cookie(request, "", 0));
  co_return answer;
}

rest::response rest::first_admin(net::http_request request, staff_member) {
  auto read = wire::decode_first_admin(request.body);
  if (const auto* why = std::get_if<wire::fault>(&read)) co_return problem_for(*why);
  auto body = std::get<wire::first_admin_body>(std::move(read));
  new_person who;
  who.name = std::move(body.name);
  who.username = std::move(body.username);
  auto done = co_await parts_.people.make_first_admin(
      std::move(body.token), std::move(who), std::move(body.password)
  );
  if (!done) {
    const bool client = done.error() == errc::bad_request;
    const bool gone = done.error() == errc::gone;
    co_return problem_for(done.error(), gone ? link_gone : client ? bad_person : "");
  }
  co_return logged_in(request, 201, *done);
}

rest::response rest::change_password(net::http_request request, staff_member me) {
  auto read = wire::decode_password(request.body);
  if (const auto* why = std::get_if<wire::fault>(&read)) co_return problem_for(*why);
  auto body = std::get<wire::password_body>(std::move(read));
  auto done = co_await parts_.people.change_password(
      me.id, std::move(body.old_password), std::move(body.new_password)
  );
  if (!done) {
    const bool wrong = done.error() == errc::unauthorized;
    const bool weak = done.error() == errc::bad_request;
    co_return problem_for(
        done.error(),
        wrong  ? "The old password is wrong."
        : weak ? weak_password
               : ""
    );
  }
  // All other logins have ended; this one goes on under a new cookie.
  auto answer = logged_in(request, 204, *done);
  answer.body.clear();
  co_return answer;
}

rest::response rest::accept_invitation(net::http_request request, staff_member) {
  auto read = wire::decode_invite(request.body);
  if (const auto* why = std::get_if<wire::fault>(&read)) co_return problem_for(*why);
  auto body = std::get<wire::invite_body>(std::move(read));
  auto done =
      co_await parts_.people.choose_password(std::move(body.token), std::move(body.password));
  if (!done) {
    const bool gone = done.error() == errc::gone;
    const bool weak = done.error() == errc::bad_request;
    co_return problem_for(done.error(), gone ? link_gone : weak ? weak_password : "");
  }
  co_return logged_in(request, 200, *done);
}

}  // namespace frontdesk::app

// SPDX-License-Identifier: Apache-2.0
// Logging in and staying logged in. Inviting, resetting and changing stand in accounts_people.cpp.
#include "app/accounts.hpp"

#include "base/utf8.hpp"
#include "base/vault.hpp"

#include <algorithm>

namespace frontdesk::app {
namespace {

// `seen_at` is written at most this often: each write is a commit.
constexpr std::chrono::minutes seen_precision{1};

// What an unknown user's password is compared with, so that it takes as long as a known one's.
const std::string& nobodys_password() {
  static const std::string encoded = hash_password(random_token());
  return encoded;
}

staff_member as_staff(const store::person_record& p) {
  staff_member s;
  s.id = p.id;
  s.name = p.name;
  s.admin = p.admin;
  return s;
}

bool may_log_in(const store::person_record& p) { return !p.disabled && !p.password.empty(); }

}  // namespace

std::optional<std::string> user_name(std::string_view written) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789._-@+";
  const auto begin = written.find_first_not_of(' ');
  if (begin == written.npos) return std::nullopt;
  std::string name{written.substr(begin, written.find_last_not_of(' ') - begin + 1)};
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const bool good =
      name.size() >= 2 && name.size() <= 64 && name.find_first_not_of(allowed) == std::string::npos;
  return good ? std::optional{name} : std::nullopt;
}

result<void> check_name(std::string_view name, const limits& bounds) {
  if (name.find_first_not_of(' ') == name.npos) return make_error_code(errc::bad_request);
  if (!utf8::valid(name)) return make_error_code(errc::bad_request);
  if (utf8::length(name) > bounds.name_code_points_max) return make_error_code(errc::too_long);
  return {};
}

result<void> check_password(std::string_view password, const limits& bounds) {
  if (!utf8::valid(password) || utf8::length(password) < bounds.password_code_points_min) {
    return make_error_code(errc::bad_request);
  }
  if (password.size() > bounds.password_bytes_max) return make_error_code(errc::too_long);
  return {};
}

// --- staying

asio::awaitable<result<staff_member>> accounts::check(std::string token, bool active) {
  if (token.empty()) co_return make_error_code(errc::unauthorized);
  const auto now = clock_.now();
  auto login = co_await store_.find_login(token_hash(token));
  if (!login) {
    co_return login.error() == errc::not_found ? make_error_code(errc::unauthorized)
                                               : login.error();
  }
  if (now - login->seen_at > limits_.login_idle || now - login->created_at > limits_.login_max) {
    const auto ended = co_await store_.end_login(login->token_hash);
    if (!ended) co_return ended.error();
    co_return make_error_code(errc::unauthorized);
  }
  const auto who = co_await person(login->person);
  if (!who && who.error() != errc::not_found) co_return who.error();
  if (!who || !may_log_in(*who)) co_return make_error_code(errc::unauthorized);
  if (active && now - login->seen_at >= seen_precision) {
    login->seen_at = now;
    auto seen = *login;
    const auto kept = co_await store_.put_login(std::move(seen));
    if (!kept) co_return kept.error();
  }
  co_return as_staff(*who);
}

asio::awaitable<result<store::person_record>> accounts::person(person_id who) {
  auto all = co_await store_.people();
  if (!all) co_return all.error();
  for (auto& p : *all) {
    if (p.id == who) co_return std::move(p);
  }
  co_return make_error_code(errc::not_found);
}

// --- coming and going

asio::awaitable<result<signed_in>> accounts::sign_in(
    std::string username, std::string password, std::string address
) {
  const auto name = user_name(username).value_or("");
  const auto by_name = "name " + name, by_address = "address " + address;
  // Both are counted, whichever refuses first.
  const bool few_by_name = attempts_.take(by_name), few_by_address = attempts_.take(by_address);
  if (!few_by_name || !few_by_address) co_return make_error_code(errc::rate_limited);
  if (password.size() > limits_.password_bytes_max) password.clear();
  auto all = co_await store_.people();
  if (!all) co_return all.error();
  const auto found = std::find_if(all->begin(), all->end(), [&name](const auto& p) {
    return p.username == name && may_log_in(p);
  });
  const bool known = found != all->end();
  std::string encoded;
  if (known) encoded = found->password;
  const auto right = co_await compare(std::move(encoded), std::move(password));
  if (!right) co_return right.error();
  if (!known || *right != verdict::right) co_return make_error_code(errc::unauthorized);
  attempts_.forgive(by_name);
  auto who = std::move(*found);
  auto noted = note(who.id, "login", who.id);
  co_return co_await begin_login(std::move(who), std::move(noted));
}

asio::awaitable<result<accounts::verdict>> accounts::compare(
    std::string encoded, std::string password
) {
  auto work = [encoded = std::move(encoded), password = std::move(password)]() -> result<verdict> {
    const auto& nobody = nobodys_password();
    const bool right = verify_password(encoded.empty() ? nobody : encoded, password);
    return right ? verdict::right : verdict::wrong;
  };
  return pool_.run<verdict>(std::move(work));
}

store::trail accounts::note(std::optional<person_id> by, const char* word, const person_id& about)
    const {
  store::trail noted(1);
  noted[0].at = clock_.now();
  noted[0].who = by;
  noted[0].what = word;
  noted[0].about = about.text();
  return noted;
}

asio::awaitable<result<signed_in>> accounts::begin_login(
    store::person_record who, store::trail noted
) {
  signed_in begun;
  begun.token = random_token();
  store::login_record login;
  login.token_hash = token_hash(begun.token);
  login.person = who.id;
  login.created_at = login.seen_at = clock_.now();
  const auto kept = co_await store_.put_login(std::move(login), std::move(noted));
  if (!kept) co_return kept.error();
  who.last_login = clock_.now();
  ++who.version;
  auto seen = who;
  const auto told = co_await store_.put_person(std::move(seen));
  // Somebody changed the person meanwhile: their change matters more than the time of this login.
  if (!told && told.error() != errc::conflict) co_return told.error();
  begun.who = std::move(who);
  co_return begun;
}

asio::awaitable<result<void>> accounts::sign_out(std::string token, person_id who) {
  return store_.end_login(token_hash(token), note(who, "logout", who));
}

asio::awaitable<result<signed_in>> accounts::change_password(
    person_id id, std::string old_password, std::string new_password
) {
  const auto good = check_password(new_password, limits_);
  if (!good) co_return good.error();
  const auto key = "person " + id.text();
  if (!attempts_.take(key)) co_return make_error_code(errc::rate_limited);
  auto who = co_await person(id);
  if (!who) co_return who.error();
  auto encoded = who->password;
  const auto right = co_await compare(std::move(encoded), std::move(old_password));
  if (!right) co_return right.error();
  if (*right != verdict::right) co_return make_error_code(errc::unauthorized);
  attempts_.forgive(key);
  auto whose = std::move(*who);
  co_return co_await begin_with(std::move(whose), std::move(new_password), "password.changed");
}

// Whoever was logged in with the old password, or before there was one, is not any more.
asio::awaitable<result<signed_in>> accounts::begin_with(
    store::person_record who, std::string password, const char* word
) {
  auto hash = [password = std::move(password)]() -> result<std::string> {
    return hash_password(password);
  };
  auto encoded = co_await pool_.run<std::string>(std::move(hash));
  if (!encoded) co_return encoded.error();
  who.password = std::move(*encoded);
  ++who.version;
  auto changed = who;
  auto noted = note(who.id, word, who.id);
  const auto kept = co_await store_.put_person(std::move(changed), std::move(noted));
  if (!kept) co_return kept.error();
  const auto ended = co_await store_.end_logins_of(who.id);
  if (!ended) co_return ended.error();
  store::trail nothing;
  co_return co_await begin_login(std::move(who), std::move(nothing));
}

}  // namespace frontdesk::app

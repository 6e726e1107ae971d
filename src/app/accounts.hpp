// SPDX-License-Identifier: Apache-2.0
// People and their logins: who may come in, for how long, and how a password is chosen. Passwords
// are hashed on a pool; tokens are kept as hashes only.
#pragma once
#include "app/attempts.hpp"
#include "app/blocking.hpp"
#include "app/logins.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace frontdesk::app {

/// A login that has just begun.
struct signed_in {
  std::string token;  ///< the cookie's value: told once
  store::person_record who;
};
struct new_person {
  std::string name, username;
  bool admin = false;
};
/// What is unset stays.
struct person_change {
  std::optional<std::string> name;
  std::optional<bool> admin, disabled;
};
/// A person with a one-time link to choose a password.
struct invitation {
  store::person_record who;
  std::string link_token;  ///< told once
};

/// io thread only. All may fail with errc::storage and errc::busy besides what is said. What is
/// done is in the audit trail with it. `by`: the admin who does it; nothing: whoever sits at the
/// machine.
class accounts final : public login_check {
 public:
  accounts(store::store& store, blocking_pool& pool, const limits& bounds, const clock& time)
      : store_(store), pool_(pool), limits_(bounds), clock_(time), attempts_(bounds, time) {}

  asio::awaitable<result<staff_member>> check(std::string token, bool active) override;
  /// errc::unauthorized: unknown, disabled or a wrong password, which nobody can tell apart, not by
  /// time either; errc::rate_limited: too many by this address or for this name.
  asio::awaitable<result<signed_in>> sign_in(
      std::string username, std::string password, std::string address
  );
  asio::awaitable<result<void>> sign_out(std::string token, person_id who);

  /// The token of a new link, if there is no admin who can log in; else nothing.
  asio::awaitable<result<std::optional<std::string>>> first_admin_link();
  /// errc::gone: used or expired; errc::bad_request, errc::too_long: name or password does not do.
  asio::awaitable<result<signed_in>> make_first_admin(
      std::string link_token, new_person who, std::string password
  );
  /// By the link of an invitation or a reset. Errors as above.
  asio::awaitable<result<signed_in>> choose_password(std::string link_token, std::string password);
  /// Ends all other logins. errc::unauthorized: the old one is wrong; errc::rate_limited.
  asio::awaitable<result<signed_in>> change_password(
      person_id who, std::string old_password, std::string new_password
  );

  asio::awaitable<result<std::vector<store::person_record>>> people();
  /// errc::conflict: the user name is taken; errc::bad_request.
  asio::awaitable<result<invitation>> invite(new_person who, std::optional<person_id> by);
  /// The old password works until a new one is chosen: who clicked on the wrong person has done no
  /// harm. errc::not_found.
  asio::awaitable<result<invitation>> reset(person_id who, std::optional<person_id> by);
  /// errc::not_found; errc::conflict: nobody could administer any more.
  asio::awaitable<result<store::person_record>> change(
      person_id who, person_change what, std::optional<person_id> by
  );

 private:
  asio::awaitable<result<store::person_record>> person(person_id who);
  asio::awaitable<result<signed_in>> begin_login(store::person_record who, store::trail noted);
  /// `word` of the trail: how they came to that password.
  asio::awaitable<result<signed_in>> begin_with(
      store::person_record who, std::string password, const char* word
  );
  store::trail note(std::optional<person_id> by, const char* word, const person_id& about) const;
  // Not a bool: result<bool> cannot tell an error_code from a truth.
  enum class verdict { wrong, right };
  asio::awaitable<result<verdict>> compare(std::string encoded, std::string password);
  asio::awaitable<result<std::string>> new_link(std::optional<person_id> who, store::trail noted);
  asio::awaitable<result<store::link_record>> take_link(std::string token, bool for_first_admin);

  store::store& store_;
  blocking_pool& pool_;
  limits limits_;
  const clock& clock_;
  attempts attempts_;
};

/// Lower case, trimmed; nothing if it is no user name (2 to 64 of a-z 0-9 . _ - @ +).
std::optional<std::string> user_name(std::string_view written);
/// Whether `name` can be a person's name.
result<void> check_name(std::string_view name, const limits& bounds);
result<void> check_password(std::string_view password, const limits& bounds);

}  // namespace frontdesk::app

// SPDX-License-Identifier: Apache-2.0
// REST bodies on people and logins.
#pragma once
#include "base/ids.hpp"
#include "wire/reader.hpp"
#include "wire/writer.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace frontdesk::wire {

/// A person who may log in (`Member` of the contract; `Me` is the same with less).
struct member {
  person_id id;
  std::string name, username;
  bool admin = false, disabled = false;
  std::optional<time_point> last_login;
};

struct login_body {
  std::string username, password;
};
struct first_admin_body {
  std::string token, name, username, password;
};
struct password_body {
  std::string old_password, new_password;
};
struct invite_body {
  std::string token, password;
};
struct new_member_body {
  std::string name, username;
  bool admin = false;
};
/// What is unset stays.
struct member_patch_body {
  std::optional<std::string> name;
  std::optional<bool> admin, disabled;
};

decoded<login_body> decode_login(std::string_view body);
decoded<first_admin_body> decode_first_admin(std::string_view body);
decoded<password_body> decode_password(std::string_view body);
decoded<invite_body> decode_invite(std::string_view body);
decoded<new_member_body> decode_new_member(std::string_view body);
decoded<member_patch_body> decode_member_patch(std::string_view body);

std::string encode_me(const member& m);
std::string encode_member(const member& m);
std::string encode_members(std::span<const member> all);
/// With the one-time link to choose a password.
std::string encode_invited(const member& m, std::string_view link);
std::string encode_link(std::string_view link);

}  // namespace frontdesk::wire

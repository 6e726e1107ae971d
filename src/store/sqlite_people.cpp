// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_people.hpp"

namespace frontdesk::store {
namespace {

// Logins and links are swept when a new one is made, so both tables stay as small as what is in
// use. No login lives longer than limits::login_max, which is less than this.
constexpr std::chrono::hours sweep_logins_after{48};

}  // namespace

std::vector<person_record> people_tables::people() {
  auto row = db_.prepare(
      "SELECT id, name, username, admin, disabled, password, last_login, version FROM people "
      "ORDER BY username"
  );
  std::vector<person_record> all;
  while (row.step()) {
    person_record p;
    p.id = row.id<person_tag>(0);
    p.name = row.text(1);
    p.username = row.text(2);
    p.admin = row.number(3) != 0;
    p.disabled = row.number(4) != 0;
    p.password = row.text(5);
    p.last_login = row.optional_time(6);
    p.version = row.number(7);
    all.push_back(std::move(p));
  }
  return all;
}

result<void> people_tables::put_person(const person_record& who) {
  auto other = db_.prepare("SELECT 1 FROM people WHERE username = ? AND id <> ?");
  if (other.bind_text(who.username).bind_id(who.id).step()) return make_error_code(errc::conflict);
  auto stored = db_.prepare("SELECT version FROM people WHERE id = ?");
  const auto version = stored.bind_id(who.id).step() ? stored.number(0) : 0;
  if (who.version != version + 1) return make_error_code(errc::conflict);
  auto row = db_.prepare(
      "INSERT OR REPLACE INTO people(id, name, username, admin, disabled, password, last_login, "
      "version) VALUES(?, ?, ?, ?, ?, ?, ?, ?)"
  );
  row.bind_id(who.id).bind_text(who.name).bind_text(who.username);
  row.bind(who.admin ? 1 : 0).bind(who.disabled ? 1 : 0).bind_text(who.password);
  row.bind_time(who.last_login).bind(who.version).run();
  return {};
}

result<void> people_tables::put_link(const link_record& link) {
  auto row =
      db_.prepare("INSERT OR REPLACE INTO links(token_hash, person, expires_at) VALUES(?,?,?)");
  row.bind_text(link.token_hash).bind_id(link.person).bind_time(link.expires_at).run();
  return {};
}

result<link_record> people_tables::use_link(const std::string& token_hash, time_point now) {
  link_record link;
  {
    auto row = db_.prepare("SELECT token_hash, person, expires_at FROM links WHERE token_hash = ?");
    if (!row.bind_text(token_hash).step()) return make_error_code(errc::gone);
    link.token_hash = row.text(0);
    link.person = row.optional_id<person_tag>(1);
    link.expires_at = row.time(2);
  }
  auto used = db_.prepare("DELETE FROM links WHERE token_hash = ? OR expires_at <= ?");
  used.bind_text(token_hash).bind_time(now).run();
  if (link.expires_at <= now) return make_error_code(errc::gone);
  return link;
}

result<void> people_tables::put_login(const login_record& login) {
  db_.prepare("DELETE FROM logins WHERE created_at < ?")
      .bind_time(login.seen_at - sweep_logins_after)
      .run();
  auto row = db_.prepare(
      "INSERT OR REPLACE INTO logins(token_hash, person, created_at, seen_at) VALUES(?, ?, ?, ?)"
  );
  row.bind_text(login.token_hash).bind_id(login.person);
  row.bind_time(login.created_at).bind_time(login.seen_at).run();
  return {};
}

result<login_record> people_tables::find_login(const std::string& token_hash) {
  auto row = db_.prepare("SELECT person, created_at, seen_at FROM logins WHERE token_hash = ?");
  if (!row.bind_text(token_hash).step()) return make_error_code(errc::not_found);
  login_record login;
  login.token_hash = token_hash;
  login.person = row.id<person_tag>(0);
  login.created_at = row.time(1);
  login.seen_at = row.time(2);
  return login;
}

result<void> people_tables::end_login(const std::string& token_hash) {
  db_.prepare("DELETE FROM logins WHERE token_hash = ?").bind_text(token_hash).run();
  return {};
}

result<void> people_tables::end_logins_of(const person_id& who) {
  db_.prepare("DELETE FROM logins WHERE person = ?").bind_id(who).run();
  return {};
}

}  // namespace frontdesk::store

// SPDX-License-Identifier: Apache-2.0
// Inviting people, one-time links, changing and disabling.
#include "app/accounts.hpp"
#include "base/vault.hpp"

#include <algorithm>

namespace frontdesk::app {
namespace {

bool administers(const store::person_record& p) {
  return p.admin && !p.disabled && !p.password.empty();
}

// A role and an access are told apart in the trail: who made whom an admin is what is looked for.
std::vector<const char*> words_for(const person_change& what) {
  std::vector<const char*> words;
  if (what.name) words.push_back("person.renamed");
  if (what.admin) words.push_back(*what.admin ? "person.made_admin" : "person.made_staff");
  if (what.disabled) words.push_back(*what.disabled ? "person.disabled" : "person.enabled");
  return words;
}

}  // namespace

// --- links

asio::awaitable<result<std::string>> accounts::new_link(
    std::optional<person_id> who, store::trail noted
) {
  auto token = random_token();
  store::link_record link;
  link.token_hash = token_hash(token);
  link.person = who;
  link.expires_at = clock_.now() + limits_.link_max;
  const auto kept = co_await store_.put_link(std::move(link), std::move(noted));
  if (!kept) co_return kept.error();
  co_return token;
}

asio::awaitable<result<std::optional<std::string>>> accounts::first_admin_link() {
  const auto all = co_await store_.people();
  if (!all) co_return all.error();
  if (std::any_of(all->begin(), all->end(), administers)) co_return std::optional<std::string>{};
  store::trail nothing;  // a start of the program is no deed of anybody's
  auto token = co_await new_link(std::nullopt, std::move(nothing));
  if (!token) co_return token.error();
  co_return std::optional<std::string>{std::move(*token)};
}

// A link that was brought to the wrong door is not used up.
asio::awaitable<result<store::link_record>> accounts::take_link(
    std::string token, bool for_first_admin
) {
  auto link = co_await store_.use_link(token_hash(token), clock_.now());
  if (!link) co_return link.error();
  if (link->person.has_value() != for_first_admin) co_return std::move(*link);
  auto back = *link;
  const auto kept = co_await store_.put_link(std::move(back));
  if (!kept) co_return kept.error();
  co_return make_error_code(errc::gone);
}

asio::awaitable<result<signed_in>> accounts::make_first_admin(
    std::string link_token, new_person who, std::string password
) {
  const auto username = user_name(who.username);
  if (!username) co_return make_error_code(errc::bad_request);
  if (const auto good = check_name(who.name, limits_); !good) co_return good.error();
  if (const auto good = check_password(password, limits_); !good) co_return good.error();
  const auto link = co_await take_link(std::move(link_token), true);
  if (!link) co_return link.error();
  // A second link from a second start of the program must not make a second "first" admin.
  auto all = co_await store_.people();
  if (!all) co_return all.error();
  if (std::any_of(all->begin(), all->end(), administers)) co_return make_error_code(errc::gone);
  const auto same = std::find_if(all->begin(), all->end(), [&username](const auto& p) {
    return p.username == *username;
  });
  store::person_record first;
  if (same != all->end()) first = *same;  // invited by the command line, and never came
  if (first.id.empty()) first.id = person_id::random();
  first.name = who.name;
  first.username = *username;
  first.admin = true;
  first.disabled = false;
  co_return co_await begin_with(std::move(first), std::move(password), "person.first_admin");
}

asio::awaitable<result<signed_in>> accounts::choose_password(
    std::string link_token, std::string password
) {
  if (const auto good = check_password(password, limits_); !good) co_return good.error();
  const auto link = co_await take_link(std::move(link_token), false);
  if (!link) co_return link.error();
  auto who = co_await person(*link->person);
  if (!who && who.error() != errc::not_found) co_return who.error();
  if (!who || who->disabled) co_return make_error_code(errc::gone);
  auto whose = std::move(*who);
  co_return co_await begin_with(std::move(whose), std::move(password), "password.chosen");
}

// --- people

asio::awaitable<result<std::vector<store::person_record>>> accounts::people() {
  return store_.people();
}

asio::awaitable<result<invitation>> accounts::invite(new_person who, std::optional<person_id> by) {
  const auto username = user_name(who.username);
  if (!username) co_return make_error_code(errc::bad_request);
  if (const auto good = check_name(who.name, limits_); !good) co_return good.error();
  const auto all = co_await store_.people();
  if (!all) co_return all.error();
  if (all->size() >= limits_.people_max) co_return make_error_code(errc::too_long);
  invitation made;
  made.who.id = person_id::random();
  made.who.name = who.name;
  made.who.username = *username;
  made.who.admin = who.admin;
  made.who.version = 1;
  auto record = made.who;
  auto noted = note(by, "person.invited", made.who.id);
  const auto kept = co_await store_.put_person(std::move(record), std::move(noted));
  if (!kept) co_return kept.error();
  store::trail nothing;
  auto token = co_await new_link(made.who.id, std::move(nothing));
  if (!token) co_return token.error();
  made.link_token = std::move(*token);
  co_return made;
}

asio::awaitable<result<invitation>> accounts::reset(person_id id, std::optional<person_id> by) {
  auto who = co_await person(id);
  if (!who) co_return who.error();
  invitation made;
  made.who = std::move(*who);
  auto noted = note(by, "person.reset", id);
  auto token = co_await new_link(id, std::move(noted));
  if (!token) co_return token.error();
  made.link_token = std::move(*token);
  co_return made;
}

asio::awaitable<result<store::person_record>> accounts::change(
    person_id id, person_change what, std::optional<person_id> by
) {
  if (what.name) {
    if (const auto good = check_name(*what.name, limits_); !good) co_return good.error();
  }
  auto all = co_await store_.people();
  if (!all) co_return all.error();
  const auto found =
      std::find_if(all->begin(), all->end(), [id](const auto& p) { return p.id == id; });
  if (found == all->end()) co_return make_error_code(errc::not_found);
  const bool administered = std::any_of(all->begin(), all->end(), administers);
  const auto before = *found;
  if (what.name) found->name = *what.name;
  if (what.admin) found->admin = *what.admin;
  if (what.disabled) found->disabled = *what.disabled;
  if (administered && std::none_of(all->begin(), all->end(), administers)) {
    co_return make_error_code(errc::conflict);
  }
  auto changed = *found;
  ++changed.version;
  auto record = changed;
  store::trail noted;
  for (const auto* word : words_for(what)) noted.push_back(note(by, word, id).front());
  const auto kept = co_await store_.put_person(std::move(record), std::move(noted));
  if (!kept) co_return kept.error();
  if (before.admin != changed.admin || changed.disabled) {
    const auto ended = co_await store_.end_logins_of(id);
    if (!ended) co_return ended.error();
  }
  co_return changed;
}

}  // namespace frontdesk::app

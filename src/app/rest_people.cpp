// SPDX-License-Identifier: Apache-2.0
// People, for admins.
#include "app/rest.hpp"

namespace frontdesk::app {
namespace {

constexpr std::string_view no_person = "There is no such person.";

}  // namespace

asio::awaitable<std::vector<store::person_record>> rest::everybody() {
  auto all = co_await parts_.people.people();
  std::vector<store::person_record> found;
  if (all) found = std::move(*all);
  co_return found;
}

rest::response rest::list_people(net::http_request, staff_member) {
  const auto all = co_await parts_.people.people();
  if (!all) co_return problem_for(all.error());
  std::vector<wire::member> members;
  for (const auto& p : *all) members.push_back(as_member(p));
  co_return net::json_response(200, wire::encode_members(members));
}

rest::response rest::invite(net::http_request request, staff_member me) {
  auto read = wire::decode_new_member(request.body);
  if (const auto* why = std::get_if<wire::fault>(&read)) co_return problem_for(*why);
  const auto body = std::get<wire::new_member_body>(std::move(read));
  new_person who;
  who.name = body.name;
  who.username = body.username;
  who.admin = body.admin;
  const auto made = co_await parts_.people.invite(std::move(who), me.id);
  if (!made) {
    const bool taken = made.error() == errc::conflict;
    const bool bad = made.error() == errc::bad_request;
    co_return problem_for(
        made.error(),
        taken ? "This user name is taken."
        : bad ? "The name must not be empty, and the user name is 2 to 64 of a-z 0-9 . _ - @ +."
              : ""
    );
  }
  const auto link = link_to(request, "invite", made->link_token);
  co_return net::json_response(201, wire::encode_invited(as_member(made->who), link));
}

rest::response rest::change_person(net::http_request request, staff_member me) {
  const auto id = person_id::parse(request.ids.at(0));
  if (!id) co_return problem_for(make_error_code(errc::not_found), no_person);
  auto read = wire::decode_member_patch(request.body);
  if (const auto* why = std::get_if<wire::fault>(&read)) co_return problem_for(*why);
  const auto body = std::get<wire::member_patch_body>(std::move(read));
  person_change what;
  what.name = body.name;
  what.admin = body.admin;
  what.disabled = body.disabled;
  const auto changed = co_await parts_.people.change(*id, std::move(what), me.id);
  if (!changed) {
    const bool last = changed.error() == errc::conflict;
    const bool none = changed.error() == errc::not_found;
    co_return problem_for(
        changed.error(),
        last ? "Somebody changed this person at the same time, or nobody could administer any more."
        : none ? no_person
               : ""
    );
  }
  co_return net::json_response(200, wire::encode_member(as_member(*changed)));
}

rest::response rest::reset_person(net::http_request request, staff_member me) {
  const auto id = person_id::parse(request.ids.at(0));
  if (!id) co_return problem_for(make_error_code(errc::not_found), no_person);
  const auto made = co_await parts_.people.reset(*id, me.id);
  if (!made) {
    co_return problem_for(made.error(), made.error() == errc::not_found ? no_person : "");
  }
  co_return net::json_response(
      200, wire::encode_link(link_to(request, "invite", made->link_token))
  );
}

}  // namespace frontdesk::app

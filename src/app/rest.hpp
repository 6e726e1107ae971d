// SPDX-License-Identifier: Apache-2.0
// The REST calls under /v1/: one table of routes, one gate before all of them.
#pragma once
#include "app/accounts.hpp"
#include "app/live_desk.hpp"
#include "app/publishing.hpp"
#include "net/http.hpp"
#include "wire/kept.hpp"
#include "wire/rest_people.hpp"
#include "wire/rest_rules.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::app {

/// What the calls work on; all of it outlives the routes.
struct rest_parts {
  store::store& store;
  accounts& people;
  publishing& rules;
  live_desk& desk;
  blocking_pool& pool;
  const clock& time;
  limits bounds;
};

/// A route as the contract (src/wire/openapi.json) speaks of it.
struct route_line {
  std::string method, pattern;
  bool creates;  ///< takes an Idempotency-Key
};

class rest {
 public:
  explicit rest(rest_parts parts) : parts_(parts) {}
  /// `*this` must outlive the router.
  void add_routes(net::router& to);
  static std::vector<route_line> routes();

 private:
  using response = asio::awaitable<net::http_response>;
  enum class gate { anyone, staff, admin };
  struct route {
    const char* method;
    const char* pattern;
    gate may;
    response (rest::*handler)(net::http_request, staff_member);
    bool creates = false;
  };
  static const std::vector<route>& table();
  response serve(const route& r, net::http_request request);
  // rest_once.cpp
  response serve_once(const route& r, net::http_request request, staff_member me);
  response first_of_its_key(
      const route& r, net::http_request request, staff_member me, std::string key_hash
  );

  // rest_session.cpp
  response sign_in(net::http_request request, staff_member me);
  response show_session(net::http_request request, staff_member me);
  response sign_out(net::http_request request, staff_member me);
  response first_admin(net::http_request request, staff_member me);
  response change_password(net::http_request request, staff_member me);
  response accept_invitation(net::http_request request, staff_member me);
  // rest_people.cpp
  response list_people(net::http_request request, staff_member me);
  response invite(net::http_request request, staff_member me);
  response change_person(net::http_request request, staff_member me);
  response reset_person(net::http_request request, staff_member me);
  // rest_conversations.cpp
  response list_conversations(net::http_request request, staff_member me);
  response show_conversation(net::http_request request, staff_member me);
  response erase_conversation(net::http_request request, staff_member me);
  response list_requests(net::http_request request, staff_member me);
  // rest_rules.cpp
  response show_rules(net::http_request request, staff_member me);
  response check_rules(net::http_request request, staff_member me);
  response try_rules(net::http_request request, staff_member me);
  response publish_rules(net::http_request request, staff_member me);
  response list_revisions(net::http_request request, staff_member me);
  response show_revision(net::http_request request, staff_member me);
  response roll_back(net::http_request request, staff_member me);
  // rest_audit.cpp
  response list_audit(net::http_request request, staff_member me);

  /// Writes to the audit trail what changes nothing else. `what`: a fixed word; `about`: an id.
  asio::awaitable<result<void>> note(person_id by, std::string what, std::string about);
  net::http_response logged_in(const net::http_request& request, int status, const signed_in& who);
  net::http_response published(const publish_outcome& outcome) const;
  asio::awaitable<std::vector<store::person_record>> everybody();
  /// Empty: nobody has that user name.
  asio::awaitable<std::string> id_of(std::string username);
  /// The inbox's line of a stored conversation.
  wire::summary summary_of(const conversation_id& id, const wire::kept_state& kept) const;

  rest_parts parts_;
};

// What the files of rest share.

/// The problem document for a failure. `what`: a sentence for a person; empty: the usual one.
net::http_response problem_for(error_code ec, std::string_view what = {});
net::http_response problem_for(const wire::fault& why);
wire::member as_member(const store::person_record& p);
/// For a list: a bad request is a cursor that is not one of it.
net::http_response problem_of_list(error_code ec);
/// `?limit=`, between 1 and 200; 50 if there is none or it is no number.
int limit_of(const net::http_request& request);
std::string cursor_of(const net::http_request& request);
/// Address of a page of the console, with the token behind '#': it reaches no log and no server.
std::string link_to(
    const net::http_request& request, std::string_view page, std::string_view token
);

}  // namespace frontdesk::app

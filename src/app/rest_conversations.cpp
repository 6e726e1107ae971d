// SPDX-License-Identifier: Apache-2.0
// Conversations and requests, old ones too. What is live is asked of the desk.
#include "app/rest.hpp"
#include "wire/message.hpp"
#include "wire/rest_lists.hpp"
#include "wire/words.hpp"

#include <deque>

namespace frontdesk::app {
namespace {

constexpr std::string_view no_conversation = "There is no such conversation.";
constexpr std::string_view erased = "This conversation was erased.";
constexpr std::uint8_t any_request = 255;

// The opened states of a page. A deque: summaries point into it.
std::deque<std::pair<conversation_id, wire::kept_state>> opened(
    const std::vector<store::head_record>& records
) {
  std::deque<std::pair<conversation_id, wire::kept_state>> all;
  for (const auto& r : records) {
    auto kept = wire::kept_from_stored(r.state);
    // One that does not open is still listed, by what the store knows without opening it.
    if (!kept) kept = wire::kept_state{};
    auto& state = kept->state;
    state.status = static_cast<chat::status>(r.head.status);
    state.alert = static_cast<chat::alert>(r.head.alert);
    state.started_at = r.head.started_at;
    state.last_at = r.head.last_at;
    state.last_seq = r.head.last_seq;
    all.emplace_back(r.id, std::move(*kept));
  }
  return all;
}

net::http_response problem_about(error_code ec) {
  if (ec == errc::not_found) return problem_for(ec, no_conversation);
  if (ec == errc::gone) return problem_for(ec, erased);
  return problem_of_list(ec);
}

}  // namespace

wire::summary rest::summary_of(const conversation_id& id, const wire::kept_state& kept) const {
  wire::summary s;
  s.id = id;
  s.kept = &kept;
  s.online = parts_.desk.online(id);
  if (kept.state.status == chat::status::waiting) s.position = parts_.desk.position(id);
  return s;
}

rest::response rest::list_conversations(net::http_request request, staff_member) {
  std::optional<std::uint8_t> status;
  if (const auto word = request.param("status"); word && !word->empty()) {
    const auto known = wire::status_of(*word);
    if (!known) co_return net::problem(400, "The status is none of bot, waiting, staff, closed.");
    status = static_cast<std::uint8_t>(*known);
  }
  const auto found = co_await parts_.store.list(status, cursor_of(request), limit_of(request));
  if (!found) co_return problem_about(found.error());
  const auto states = opened(found->items);
  std::vector<wire::summary> items;
  for (const auto& [id, kept] : states) items.push_back(summary_of(id, kept));
  co_return net::json_response(200, wire::encode_summaries(items, found->next));
}

// Reading an old conversation is written down before it is shown (45 CFR 164.312(b)).
rest::response rest::show_conversation(net::http_request request, staff_member me) {
  const auto id = conversation_id::parse(request.ids.at(0));
  if (!id) co_return problem_about(make_error_code(errc::not_found));
  const auto record = co_await parts_.store.read(*id);
  if (!record) co_return problem_about(record.error());
  const auto noted = co_await note(me.id, "conversation.read", id->text());
  if (!noted) co_return problem_for(noted.error());
  const auto kept = wire::kept_from_stored(record->state);
  if (!kept) co_return problem_about(kept.error());
  std::vector<chat::message> messages;
  for (const auto& m : record->messages) {
    auto message = wire::from_stored(m.seq, m.sealed_part);
    if (!message) co_return problem_about(message.error());
    messages.push_back(std::move(*message));
  }
  const auto summary = summary_of(*id, *kept);
  co_return net::json_response(200, wire::encode_conversation(summary, messages));
}

rest::response rest::erase_conversation(net::http_request request, staff_member me) {
  const auto id = conversation_id::parse(request.ids.at(0));
  if (!id) co_return problem_about(make_error_code(errc::not_found));
  const auto done = co_await parts_.desk.erase(*id, me.id);
  if (!done) co_return problem_about(done.error());
  co_return net::http_response{204};
}

rest::response rest::list_requests(net::http_request request, staff_member) {
  std::uint8_t status = any_request;
  if (const auto word = request.param("status"); word && !word->empty()) {
    const auto known = wire::request_status_of(*word);
    if (!known) {
      co_return net::problem(
          400, "The status is none of open, proposed, confirmed, declined, withdrawn."
      );
    }
    status = static_cast<std::uint8_t>(*known);
  }
  const auto found =
      co_await parts_.store.list_requests(status, cursor_of(request), limit_of(request));
  if (!found) co_return problem_about(found.error());
  const auto states = opened(found->items);
  std::vector<wire::summary> items;
  for (const auto& [id, kept] : states) {
    if (kept.state.request) items.push_back(summary_of(id, kept));
  }
  co_return net::json_response(200, wire::encode_requests(items, found->next));
}

}  // namespace frontdesk::app

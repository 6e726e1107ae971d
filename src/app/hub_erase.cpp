// SPDX-License-Identifier: Apache-2.0
// Erasing a conversation for ever. It takes its turn in the mailbox: a visitor who writes and at
// once changes their mind must not leave the message that was on its way to the disk.
#include "app/hub.hpp"
#include "wire/visitor.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <spdlog/spdlog.h>

namespace frontdesk::app {

asio::awaitable<result<void>> hub::erase(conversation_id id, std::optional<person_id> by) {
  auto initiate = [this, id, by](auto handler) {
    using resume = decltype(handler);
    const auto kept = std::make_shared<resume>(std::move(handler));
    conversation::command command;
    command.erases = true;
    command.erased_by = by;
    command.done = [kept](const outcome& o) {
      // Posted: it may have ended before the caller is suspended.
      const auto executor = asio::get_associated_executor(*kept);
      asio::post(executor, [kept, failure = o.failure] {
        auto outcome = failure ? result<void>{failure} : result<void>{};
        std::move (*kept)(std::move(outcome));
      });
    };
    put(id, std::move(command));
  };
  auto token = asio::use_awaitable;
  auto outcome = co_await asio::async_initiate<decltype(token), void(result<void>)>(
      std::move(initiate), token
  );
  co_return outcome;
}

asio::awaitable<error_code> hub::erase_now(conversation_ptr c, std::optional<person_id> by) {
  if (c->erased) co_return error_code{};
  if (c->stored) {
    store::trail noted(1);
    noted[0].at = time_.now();
    noted[0].who = by;
    noted[0].what = by ? "conversation.erased" : "conversation.forgotten";
    noted[0].about = c->id.text();
    const auto erased = co_await store_.erase(c->id, std::move(noted));
    if (!erased) co_return erased.error();
  }
  c->erased = true;
  c->log.clear();
  c->by_sender_id.clear();
  c->kept = std::make_shared<wire::kept_state>();
  queue_.remove(c->id);
  const auto forgotten = std::make_shared<const std::string>(wire::encode_forgotten());
  const auto pages = c->pages;  // a copy: one may leave while it is told
  for (auto* page : pages) page->send(forgotten);
  const auto cursor = inbox_.remove(c->id);
  const auto gone = wire::encode_gone(cursor ? cursor : inbox_.cursor(), c->id);
  send_to_consoles(std::make_shared<const std::string>(gone));
  send_positions();
  spdlog::info("event=conversation_erased conversation={}", c->id.text());
  co_return error_code{};
}

}  // namespace frontdesk::app

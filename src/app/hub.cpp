// SPDX-License-Identifier: Apache-2.0
// The hub's doors: who comes, who leaves, what is put into a mailbox. What a command does is in
// hub_turn.cpp, who hears of it in hub_send.cpp.
#include "app/hub.hpp"

#include "wire/visitor.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace frontdesk::app {
namespace {

net::shared_text shared(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}

}  // namespace

hub::hub(
    net::task_group& tasks,
    store::store& where,
    const clock& time,
    const limits& bounds,
    const rules_source& rules
)
    : tasks_(tasks), store_(where), time_(time), bounds_(bounds), rules_(rules), inbox_(bounds) {
  inbox_.start_at(time_.now());
}

asio::awaitable<result<void>> hub::start() {
  const auto since = time_.now() - std::chrono::hours{24};
  const auto limit = static_cast<int>(bounds_.inbox_conversations_max * 10);
  auto active = co_await store_.active(since, limit);
  if (!active) co_return active.error();
  for (auto& head : *active) {
    auto kept = wire::kept_from_stored(head.state);
    if (!kept) {
      report_unreadable(head.id, head.state.empty() ? "does_not_open" : "state_not_understood");
      continue;
    }
    update_queue(head.id, kept->state);
    inbox::line line;
    line.kept = std::make_shared<const wire::kept_state>(std::move(*kept));
    inbox_.put(head.id, std::move(line));
  }
  send_positions();
  spdlog::info("event=inbox_ready conversations={} waiting={}", active->size(), waiting());
  co_return result<void>{};
}

void hub::minute_passed() {
  for (auto* c : consoles_) c->minute_passed();
  for (const auto& id : queue_.in_order())
    submit(id, chat::time_passes{}, nullptr, [](const outcome&) {});
  for (const auto& id : inbox_.stale(time_.now())) {
    if (const auto cursor = inbox_.remove(id))
      send_to_consoles(shared(wire::encode_gone(cursor, id)));
  }
}

void hub::begin(const conversation_id& id, std::string token_hash, chat::state first) {
  auto c = std::make_shared<conversation>();
  c->id = id;
  c->token_hash = std::move(token_hash);
  c->loaded = true;
  auto kept = std::make_shared<wire::kept_state>();
  kept->state = std::move(first);
  c->kept = std::move(kept);
  all_.emplace(id, std::move(c));
}

asio::awaitable<result<conversation_id>> hub::find(std::string token_hash) {
  auto id = co_await store_.find(std::move(token_hash));
  // Damaged here is not one conversation but the list of all: the token may be good.
  if (!id && id.error() == errc::damaged) co_return make_error_code(errc::storage);
  if (!id) co_return id.error();
  auto c = get(*id);
  const auto failure = co_await load(c);
  if (failure) {
    forget_if_idle(*id);
    co_return failure;
  }
  co_return *id;
}

hub::conversation_ptr hub::get(const conversation_id& id) {
  auto& entry = all_[id];
  if (!entry) {
    entry = std::make_shared<conversation>();
    entry->id = id;
    entry->stored = true;
  }
  return entry;
}

const conversation* hub::find_loaded(const conversation_id& id) const {
  const auto found = all_.find(id);
  return found != all_.end() && found->second->loaded ? found->second.get() : nullptr;
}

void hub::attach(const conversation_id& id, net::web_socket& page) {
  auto c = get(id);
  c->pages.push_back(&page);
  if (c->stored && c->pages.size() == 1) update_inbox(*c);
}

void hub::detach(const conversation_id& id, net::web_socket& page) {
  const auto found = all_.find(id);
  if (found == all_.end()) return;
  auto& c = *found->second;
  std::erase(c.pages, &page);
  if (c.stored && !c.erased && c.loaded && c.pages.empty()) update_inbox(c);
  forget_if_idle(id);
}

void hub::forget_if_idle(const conversation_id& id) {
  const auto found = all_.find(id);
  if (found != all_.end() && !found->second->in_use()) all_.erase(found);
}

void hub::visitor_types(const conversation_id& id, bool on) {
  const auto found = all_.find(id);
  if (found == all_.end() || found->second->watchers.empty()) return;
  const auto text = shared(wire::encode_console_typing(id, nullptr, on));
  for (auto* c : found->second->watchers) c->send(text);
}

void hub::staff_types(
    const conversation_id& id, const chat::person& who, bool on, const console& from
) {
  const auto found = all_.find(id);
  if (found == all_.end()) return;
  const auto& c = *found->second;
  if (c.state().holder != who) return;  // a note is being written, or somebody else holds it
  const auto to_visitor = shared(wire::encode_typing(on));
  for (auto* page : c.pages) page->send(to_visitor);
  const auto to_staff = shared(wire::encode_console_typing(id, &who.name, on));
  for (auto* watcher : c.watchers) {
    if (watcher != &from) watcher->send(to_staff);
  }
}

void hub::submit(
    const conversation_id& id,
    chat::command what,
    const net::web_socket* from,
    when_done done,
    std::string once
) {
  conversation::command command;
  command.what = std::move(what);
  command.done = std::move(done);
  command.from = from;
  command.once = std::move(once);
  put(id, std::move(command));
}

void hub::put(const conversation_id& id, conversation::command command) {
  auto c = get(id);
  // Enough for the busiest visitor; beyond it somebody is playing (limits: messages come at one a
  // second).
  constexpr std::size_t mailbox_max = 64;
  if (c->mailbox.size() >= mailbox_max) {
    ++counts_.refused;
    outcome refused;
    refused.failure = errc::busy;
    return command.done(refused);
  }
  c->mailbox.push_back(std::move(command));
  if (c->working) return;
  c->working = true;
  tasks_.spawn(work(c), "conversation");
}

void hub::console_came(console& c, const chat::person& who) {
  consoles_.insert(&c);
  presence_.came(who);
  send_staff();
}

void hub::console_left(console& c, const chat::person& who) {
  consoles_.erase(&c);
  presence_.left(who.id);
  send_staff();
}

void hub::set_available(const chat::person& who, bool on) {
  presence_.set_available(who.id, on);
  send_staff();
}

asio::awaitable<result<void>> hub::watch(
    conversation_id id, std::uint64_t after, std::shared_ptr<console> by
) {
  auto c = get(id);
  const auto failure = co_await load(c);
  if (failure) {
    forget_if_idle(id);
    co_return failure;
  }
  std::vector<chat::message> missed;
  for (const auto& m : c->log) {
    if (m.seq > after) missed.push_back(m);
  }
  if (std::find(c->watchers.begin(), c->watchers.end(), by.get()) == c->watchers.end()) {
    c->watchers.push_back(by.get());
  }
  by->send(shared(wire::encode_opened(id, missed)));
  by->send(shared(wire::encode_console_read(id, c->state().read_by_visitor)));
  co_return result<void>{};
}

void hub::unwatch(const conversation_id& id, console& by) {
  const auto found = all_.find(id);
  if (found == all_.end()) return;
  std::erase(found->second->watchers, &by);
  forget_if_idle(id);
}

}  // namespace frontdesk::app

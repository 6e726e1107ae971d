// SPDX-License-Identifier: Apache-2.0
// One command after the other: loaded, decided, stored, sent. Nothing leaves before it is stored.
#include "app/hub.hpp"
#include "base/overloaded.hpp"
#include "wire/message.hpp"
#include "wire/visitor.hpp"

#include <spdlog/spdlog.h>

namespace frontdesk::app {
namespace {

// The key under which a repeat is recognised; empty if the command has no id of its sender's.
std::string repeat_key(const chat::command& what) {
  if (const auto* says = std::get_if<chat::visitor_says>(&what))
    return says->id.empty() ? "" : "v:" + says->id;
  if (const auto* says = std::get_if<chat::staff_says>(&what))
    return says->id.empty() ? "" : "s:" + says->id;
  return {};
}

std::string repeat_key(const chat::message& m) {
  if (m.id.empty()) return {};
  if (m.from == chat::author::visitor) return "v:" + m.id;
  return m.from == chat::author::staff ? "s:" + m.id : "";
}

// The fixed word of the audit trail for a command, or null if it needs no entry.
const char* audited(const chat::command& what) {
  return std::visit(
      overloaded{
          [](const chat::staff_takes&) { return "conversation.taken"; },
          [](const chat::staff_releases&) { return "conversation.handed_back"; },
          [](const chat::staff_closes&) { return "conversation.closed"; },
          [](const chat::staff_proposes&) { return "request.times_proposed"; },
          [](const chat::staff_confirms&) { return "request.confirmed"; },
          [](const chat::staff_declines&) { return "request.declined"; },
          [](const chat::staff_clears_alert&) { return "alert.cleared"; },
          [](const auto&) -> const char* { return nullptr; },
      },
      what
  );
}

std::optional<person_id> doer(const chat::command& what) {
  return std::visit(
      [](const auto& c) -> std::optional<person_id> {
        if constexpr (requires { c.who; }) return c.who.id;
        return std::nullopt;
      },
      what
  );
}

store::trail trail_of(const chat::command& what, const conversation_id& about, time_point now) {
  store::trail noted;
  if (const char* word = audited(what)) noted.push_back({now, doer(what), word, about.text()});
  return noted;
}

bool is_read_mark(const chat::command& what) {
  return std::holds_alternative<chat::visitor_read>(what) ||
         std::holds_alternative<chat::staff_read>(what);
}

store::head head_of(const chat::state& s) {
  store::head h;
  h.status = static_cast<std::uint8_t>(s.status);
  h.alert = static_cast<std::uint8_t>(s.alert);
  h.last_seq = s.last_seq;
  h.started_at = s.started_at;
  h.last_at = s.last_at;
  h.waiting_since = s.waiting_since;
  if (s.holder) h.holder = s.holder->id;
  if (s.request) h.request_status = static_cast<std::uint8_t>(s.request->status);
  return h;
}

// The state after the turn, with what the inbox shows of it.
std::shared_ptr<const wire::kept_state> kept_after(
    const wire::kept_state& before, const chat::step_result& r
) {
  auto kept = std::make_shared<wire::kept_state>();
  kept->state = r.state;
  kept->last = before.last;
  kept->unread = before.unread;
  for (const auto& m : r.said) {
    if (m.note) continue;
    wire::last_line line;
    line.seq = m.seq;
    line.from = m.from;
    line.text = m.text;
    line.at = m.at;
    kept->last = std::move(line);
    if (m.from == chat::author::visitor) ++kept->unread;
    if (m.from == chat::author::staff) kept->unread = 0;
  }
  return kept;
}

// Counts those who are at something, over co_awaits too.
class counted {
 public:
  explicit counted(int& count) : count_(count) { ++count_; }
  ~counted() { --count_; }
  counted(const counted&) = delete;
  counted& operator=(const counted&) = delete;

 private:
  int& count_;
};

outcome failed(error_code why, const chat::state& s) {
  outcome o;
  o.failure = why;
  if (why == errc::conflict) o.holder = s.holder;
  return o;
}

}  // namespace

asio::awaitable<error_code> hub::load(conversation_ptr c) {
  if (c->erased) co_return make_error_code(errc::gone);
  if (c->loaded) co_return error_code{};
  const counted waiting{c->loading};  // it stays in memory until whoever waits has it
  auto record = co_await store_.read(c->id);
  if (c->erased) co_return make_error_code(errc::gone);
  if (c->loaded) co_return error_code{};  // somebody else loaded it meanwhile
  if (!record) {
    if (record.error() == errc::damaged) report_unreadable(c->id, "does_not_open");
    co_return record.error();
  }
  auto kept = wire::kept_from_stored(record->state);
  if (!kept) {
    report_unreadable(c->id, "state_not_understood");
    co_return kept.error();
  }
  std::vector<chat::message> log;
  log.reserve(record->messages.size());
  for (const auto& m : record->messages) {
    auto read = wire::from_stored(m.seq, m.sealed_part);
    if (!read) {
      report_unreadable(c->id, "message_" + std::to_string(m.seq) + "_not_understood");
      co_return read.error();
    }
    const auto key = repeat_key(*read);
    if (!key.empty()) c->by_sender_id.emplace(key, m.seq);
    log.push_back(std::move(*read));
  }
  c->kept = std::make_shared<const wire::kept_state>(std::move(*kept));
  c->log = std::move(log);
  c->stored = true;
  c->loaded = true;
  co_return error_code{};
}

// Once: whoever has its token comes again and again, and the line would say nothing new.
void hub::report_unreadable(const conversation_id& id, const std::string& reason) {
  if (unreadable_.size() >= bounds_.unreadable_remembered_max) unreadable_.clear();
  if (!unreadable_.insert(id).second) return;
  spdlog::error("event=conversation_unreadable conversation={} reason={}", id.text(), reason);
}

asio::awaitable<void> hub::work(conversation_ptr c) {
  while (!c->mailbox.empty()) {
    auto command = std::move(c->mailbox.front());
    c->mailbox.pop_front();
    if (command.erases) {  // also what does not load: it is damaged
      outcome o;
      o.failure = co_await erase_now(c, command.erased_by);
      command.done(o);
      continue;
    }
    const auto failure = co_await load(c);
    if (failure) {
      ++counts_.refused;
      command.done(failed(failure, c->state()));
      continue;
    }
    co_await take(c, std::move(command));
  }
  c->working = false;
  forget_if_idle(c->id);
}

// A repeat gets the acknowledgement of the first time, and nothing else happens.
bool hub::answered_before(const conversation& c, const conversation::command& command) {
  const auto key = command.once.empty() ? repeat_key(command.what) : "c:" + command.once;
  const auto found = key.empty() ? c.by_sender_id.end() : c.by_sender_id.find(key);
  if (found == c.by_sender_id.end()) return false;
  ++counts_.repeats;
  outcome o;
  o.seq = found->second;
  for (const auto& m : c.log) {
    if (m.seq == o.seq) o.at = m.at;
  }
  command.done(o);
  return true;
}

// Read marks change often and matter little: they are kept in memory and stored with the next turn.
void hub::remember_read_mark(conversation& c, chat::state changed, const chat::command& what) {
  auto kept = std::make_shared<wire::kept_state>(*c.kept);
  kept->state = std::move(changed);
  const bool by_staff = std::holds_alternative<chat::staff_read>(what);
  if (by_staff) kept->unread = 0;
  c.kept = std::move(kept);
  if (by_staff) {
    const auto text =
        std::make_shared<const std::string>(wire::encode_read(c.state().read_by_staff));
    for (auto* page : c.pages) page->send(text);
    update_inbox(c);
  } else {
    const auto text = std::make_shared<const std::string>(
        wire::encode_console_read(c.id, c.state().read_by_visitor)
    );
    for (auto* watcher : c.watchers) watcher->send(text);
  }
}

asio::awaitable<void> hub::take(conversation_ptr c, conversation::command command) {
  if (answered_before(*c, command)) co_return;
  if (c->log.size() >= bounds_.messages_per_conversation_max && !is_read_mark(command.what)) {
    auto o = failed(errc::busy, c->state());
    o.sentence = "This conversation is full. Please start a new one.";
    co_return command.done(o);
  }
  const auto rules = rules_.current();
  chat::surroundings around;
  around.now = time_.now();
  around.rules = rules.get();
  around.staff_online = presence_.anybody();
  around.position = queue_.position(c->id).value_or(static_cast<int>(waiting()) + 1);
  around.holder_online = c->state().holder && presence_.online(c->state().holder->id);
  auto r = chat::step(c->state(), command.what, around, request_id::random());
  if (!r) {
    ++counts_.refused;
    co_return command.done(failed(r.error(), c->state()));
  }
  if (is_read_mark(command.what) || (!c->stored && r->said.empty())) {
    remember_read_mark(*c, std::move(r->state), command.what);
    co_return command.done(outcome{});
  }

  const auto before = c->kept;
  auto after = kept_after(*before, *r);
  store::turn turn;
  turn.conversation = c->id;
  if (!c->stored) turn.token_hash = c->token_hash;
  for (const auto& m : r->said) {
    store::stored_message stored;
    stored.seq = m.seq;
    stored.sealed_part = wire::to_stored(m);
    turn.messages.push_back(std::move(stored));
  }
  turn.state = wire::to_stored(*after);
  turn.head = head_of(r->state);
  turn.noted = trail_of(command.what, c->id, around.now);
  auto written = co_await store_.append(std::move(turn));
  if (!written) {
    ++counts_.store_failures;
    co_return command.done(failed(written.error(), before->state));
  }

  ++counts_.turns;
  c->stored = true;
  c->kept = std::move(after);
  if (!command.once.empty()) c->by_sender_id.emplace("c:" + command.once, 0);
  outcome o;
  for (const auto& m : r->said) {
    const auto key = repeat_key(m);
    if (!key.empty()) c->by_sender_id.emplace(key, m.seq);
    if (!key.empty() && key == repeat_key(command.what)) {
      o.seq = m.seq;
      o.at = m.at;
    }
    c->log.push_back(m);
  }
  counts_.turn_seconds.add(std::chrono::steady_clock::now() - command.arrived);
  command.done(o);
  send_turn(*c, before->state, *r, command.from);
}

}  // namespace frontdesk::app

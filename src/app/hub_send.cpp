// SPDX-License-Identifier: Apache-2.0
// Who hears of a turn once it is on disk. Each frame is encoded once and shared.
#include "app/hub.hpp"
#include "wire/visitor.hpp"

#include <spdlog/spdlog.h>

namespace frontdesk::app {
namespace {

net::shared_text shared(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}

}  // namespace

void hub::send_turn(
    conversation& c,
    const chat::state& before,
    const chat::step_result& r,
    const net::web_socket* from
) {
  for (const auto& m : r.said) {
    if (!m.note && !c.pages.empty()) {
      const auto text = shared(wire::encode_message(m));
      for (auto* page : c.pages) {
        // The page it came from has its own message and needs only the acknowledgement.
        if (page != from || m.from != chat::author::visitor) page->send(text);
      }
    }
    if (!c.watchers.empty()) {
      const auto text = shared(wire::encode_console_message(c.id, m));
      for (auto* watcher : c.watchers) watcher->send(text);
    }
  }
  update_queue(c.id, r.state);
  if (before.status != r.state.status || before.holder != r.state.holder) send_status(c);
  update_inbox(c);
  if (r.queue_changed) send_positions();
  if (r.alert_raised) {
    ++counts_.alerts;
    spdlog::warn(
        "event=alert conversation={} kind={}", c.id.text(), static_cast<int>(r.state.alert)
    );
  }
}

void hub::send_status(conversation& c) {
  if (c.pages.empty()) return;
  const auto text =
      shared(wire::encode_status(wire::standing_of(c.state(), queue_.position(c.id))));
  for (auto* page : c.pages) page->send(text);
}

void hub::update_inbox(conversation& c) {
  inbox::line line;
  line.kept = c.kept;
  line.position = queue_.position(c.id);
  line.online = !c.pages.empty();
  wire::summary s;
  s.id = c.id;
  s.kept = line.kept.get();
  s.position = line.position;
  s.online = line.online;
  const auto kept = line.kept;  // the summary points into it
  const auto cursor = inbox_.put(c.id, std::move(line));
  if (!consoles_.empty()) send_to_consoles(shared(wire::encode_summary(cursor, s)));
}

void hub::update_queue(const conversation_id& id, const chat::state& now) {
  if (now.status == chat::status::waiting) {
    queue_.put(id, now.waiting_since.value_or(now.last_at), now.alert != chat::alert::none);
  } else {
    queue_.remove(id);
  }
}

void hub::send_positions() {
  for (const auto& id : queue_.in_order()) {
    const auto* known = inbox_.find(id);
    const auto position = queue_.position(id);
    if (known == nullptr || known->position == position) continue;
    auto line = *known;
    line.position = position;
    const auto kept = line.kept;
    wire::summary s;
    s.id = id;
    s.kept = kept.get();
    s.position = position;
    s.online = line.online;
    const auto cursor = inbox_.put(id, std::move(line));
    send_to_consoles(shared(wire::encode_summary(cursor, s)));
    const auto found = all_.find(id);
    if (found != all_.end() && found->second->loaded) send_status(*found->second);
  }
}

void hub::send_to_consoles(const net::shared_text& what) {
  for (auto* c : consoles_) c->send(what);
}

void hub::send_staff() {
  const auto here = presence_.list();
  send_to_consoles(shared(wire::encode_staff(here)));
}

}  // namespace frontdesk::app

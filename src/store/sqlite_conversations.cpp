// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_conversations.hpp"

#include <sodium.h>

#include <cassert>

namespace frontdesk::store {
namespace {

[[noreturn]] void damaged(const char* what) {
  throw sql_failure{make_error_code(errc::damaged), 0, what};
}

std::string_view bytes_of(const conversation_id& id) {
  return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

std::string sealed_key(const secret_key& master, const secret_key& key, const conversation_id& id) {
  const std::string_view plain{reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()};
  return seal(master, plain, bytes_of(id));
}

// Gapless: each message one above the one before, and the head says the last.
bool follows(const turn& what, std::uint64_t last_seq) {
  for (const auto& m : what.messages) {
    if (m.seq != ++last_seq) return false;
  }
  return what.head.last_seq == last_seq;
}

}  // namespace

conversations::conversations(
    database& db, const secret_key& master, std::size_t live_max, std::size_t turns_max
)
    : db_(db), master_(master), live_max_(live_max), turns_max_(turns_max) {}

// --- what is known

bool conversations::open_key(conversation& c, std::string_view sealed) const {
  if (c.stored.erased) return true;
  auto plain = open(master_, sealed, bytes_of(c.id));
  if (!plain || plain->size() != c.key.bytes.size()) return false;
  std::copy(plain->begin(), plain->end(), c.key.bytes.begin());
  sodium_memzero(plain->data(), plain->size());
  return true;
}

conversations::conversation& conversations::remember(conversation made) {
  const auto id = made.id;
  return live_.insert_or_assign(id, std::move(made)).first->second;
}

result<conversations::conversation*> conversations::known(const conversation_id& id) {
  if (const auto found = live_.find(id); found != live_.end()) return &found->second;
  auto row = db_.prepare(
      "SELECT c.conversation, c.id, c.token_hash, c.last_row, c.head, c.erased, k.sealed "
      "FROM conversations c JOIN keys k ON k.conversation = c.conversation WHERE c.id = ?"
  );
  if (!row.bind_id(id).step()) return make_error_code(errc::not_found);
  return &remember(row_of_projection(row));
}

// One that does not open is no reason to throw: that would take lists, and the start, with it.
conversations::conversation conversations::row_of_projection(statement& row) const {
  conversation c;
  c.number = row.number(0);
  c.id = row.id<conversation_tag>(1);
  c.token_hash = row.text(2);
  c.stored.last_row = row.number(3);
  c.stored.erased = row.number(5) != 0;
  if (!c.stored.erased) {
    const auto head = decode_head(row.blob(4));
    if (head) c.stored.head = *head;
    c.opens = head.has_value();
  }
  c.pending = c.stored;
  c.projected = true;
  if (!open_key(c, row.blob(6))) c.opens = false;
  return c;
}

void conversations::touch(conversation& c) {
  if (c.touched) return;
  c.touched = true;
  touched_.push_back(&c);
}

// --- at start

void conversations::load() {
  next_row_ = stored_next_row_ = db_.number("SELECT max(row) FROM log") + 1;
  next_number_ = stored_next_number_ = db_.number("SELECT max(conversation) FROM keys") + 1;
  projected_ = db_.number("SELECT value FROM meta WHERE name = 'projected'");
  auto tail = db_.prepare("SELECT conversation, row, head FROM log WHERE row > ? ORDER BY row");
  tail.bind(projected_);
  while (tail.step()) load_row(tail.number(0), tail.number(1), tail.blob(2));
}

void conversations::load_row(std::int64_t number, std::int64_t row, std::string_view head) {
  auto key = db_.prepare(
      "SELECT k.id, k.token_hash, k.sealed, k.erased, c.conversation FROM keys k "
      "LEFT JOIN conversations c ON c.conversation = k.conversation WHERE k.conversation = ?"
  );
  if (!key.bind(number).step()) damaged("a row of the log without a key");
  if (key.number(3) != 0) return;  // erased: its row of the projection was written with that
  const auto id = key.id<conversation_tag>(0);
  auto found = live_.find(id);
  if (found == live_.end()) {
    conversation c;
    c.number = number;
    c.id = id;
    c.token_hash = key.text(1);
    c.projected = !key.null(4);
    c.opens = open_key(c, key.blob(2));
    if (!c.projected) new_tokens_[c.token_hash] = id;
    found = live_.emplace(id, std::move(c)).first;
    found->second.dirty = true;
    dirty_.push_back(&found->second);
  }
  const auto read = decode_head(head);
  found->second.stored.last_row = row;
  if (read) found->second.stored.head = *read;
  if (!read) found->second.opens = false;
  found->second.pending = found->second.stored;
}

// --- writing

result<void> conversations::append(const turn& what) {
  auto found = known(what.conversation);
  if (!found) found = begin(what);
  if (!found) return found.error();
  auto& c = **found;
  if (c.pending.erased) return make_error_code(errc::gone);
  if (!c.opens) return make_error_code(errc::damaged);
  if (!follows(what, c.pending.head.last_seq)) return make_error_code(errc::conflict);
  touch(c);
  const auto head = encode(what.head);
  const auto place = place_of_row(c.id, next_row_, c.pending.last_row, head);
  const auto sealed = seal(c.key, encode(what.messages, what.state), place);
  auto row =
      db_.prepare("INSERT INTO log(row, conversation, previous, head, sealed) VALUES(?, ?, ?, ?, ?)"
      );
  row.bind(next_row_).bind(c.number).bind(c.pending.last_row).bind_blob(head).bind_blob(sealed);
  row.run();
  c.pending.last_row = next_row_++;
  c.pending.head = what.head;
  return {};
}

// The first turn: its key becomes durable with it, in the same transaction.
result<conversations::conversation*> conversations::begin(const turn& what) {
  if (what.token_hash.empty()) return make_error_code(errc::not_found);
  if (!follows(what, 0)) return make_error_code(errc::conflict);
  const auto taken = find(what.token_hash);
  if (taken || taken.error() == errc::gone) return make_error_code(errc::conflict);
  conversation made;
  made.number = next_number_++;
  made.id = what.conversation;
  made.token_hash = what.token_hash;
  made.key = secret_key::random();
  auto row = db_.prepare("INSERT INTO keys(conversation, id, token_hash, sealed) VALUES(?,?,?,?)");
  row.bind(made.number).bind_id(made.id).bind_text(made.token_hash);
  row.bind_blob(sealed_key(master_, made.key, made.id)).run();
  new_tokens_[made.token_hash] = made.id;
  auto& c = remember(std::move(made));
  touch(c);
  return &c;
}

result<void> conversations::erase(const conversation_id& id) {
  const auto found = known(id);
  if (!found) return found.error();
  auto& c = **found;
  if (c.pending.erased) return {};
  touch(c);
  db_.prepare("UPDATE keys SET sealed = zeroblob(length(sealed)), erased = 1 WHERE conversation = ?"
  )
      .bind(c.number)
      .run();
  c.pending.erased = true;
  c.pending.head = {};
  project(c);
  return {};
}

void conversations::committed() {
  stored_next_row_ = next_row_;
  stored_next_number_ = next_number_;
  for (auto* c : touched_) {
    c->touched = false;
    c->stored = c->pending;
    if (c->stored.erased) {
      c->key = {};
      wipe_due = c->projected = true;
      new_tokens_.erase(c->token_hash);
    } else if (!c->dirty) {
      c->dirty = true;
      dirty_.push_back(c);
    }
  }
  touched_.clear();
  if (!projecting_) return;
  projecting_ = false;
  projected_ = stored_next_row_ - 1;
  for (auto* c : dirty_) c->dirty = false, c->projected = true;
  dirty_.clear();
  new_tokens_.clear();
}

// What the projection has can be read again from there.
void conversations::trim() {
  if (live_.size() <= live_max_) return;
  std::erase_if(live_, [](const auto& entry) { return !entry.second.dirty; });
}

void conversations::rolled_back() {
  next_row_ = stored_next_row_;
  next_number_ = stored_next_number_;
  projecting_ = false;
  for (auto* c : touched_) {
    c->touched = false;
    c->pending = c->stored;
    if (c->stored.last_row != 0 || c->stored.erased) continue;
    new_tokens_.erase(c->token_hash);
    const auto id = c->id;
    live_.erase(id);
  }
  touched_.clear();
}

// --- the projection

bool conversations::projection_due() const {
  return static_cast<std::size_t>(next_row_ - 1 - projected_) >= turns_max_;
}

void conversations::project() {
  for (const auto* c : dirty_) project(*c);
  for (const auto* c : touched_) {
    if (!c->dirty) project(*c);
  }
  db_.prepare("INSERT OR REPLACE INTO meta(name, value) VALUES('projected', ?)")
      .bind(next_row_ - 1)
      .run();
  projecting_ = true;
}

void conversations::project(const conversation& c) {
  const auto& at = c.pending;
  auto row = db_.prepare(
      "INSERT INTO conversations(conversation, id, token_hash, last_row, head, status, last_at, "
      "request_status, erased) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(conversation) DO "
      "UPDATE SET last_row = excluded.last_row, head = excluded.head, status = excluded.status, "
      "last_at = excluded.last_at, request_status = excluded.request_status, "
      "erased = excluded.erased"
  );
  row.bind(c.number).bind_id(c.id).bind_text(c.token_hash).bind(at.last_row);
  row.bind_blob(at.erased ? std::string{} : encode(at.head));
  row.bind(at.head.status).bind_time(at.head.last_at).bind(at.head.request_status);
  row.bind(at.erased ? 1 : 0).run();
}

}  // namespace frontdesk::store

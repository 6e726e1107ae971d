// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_once.hpp"

namespace frontdesk::store {
namespace {

// An answer cannot be moved under another key.
std::string place_of(const std::string& key_hash) { return "once " + key_hash; }

}  // namespace

result<std::optional<once_record>> once_table::find(const std::string& key_hash) {
  auto row = db_.prepare("SELECT request_hash, at, sealed FROM once WHERE key_hash = ?");
  if (!row.bind_text(key_hash).step()) return std::optional<once_record>{};
  once_record known;
  known.key_hash = key_hash;
  known.request_hash = row.text(0);
  known.at = row.time(1);
  if (!row.null(2)) {
    auto answer = open(master_, row.blob(2), place_of(key_hash));
    if (!answer) return answer.error();
    known.answer = std::move(*answer);
  }
  return std::optional{std::move(known)};
}

result<std::optional<once_record>> once_table::begin(const once_record& call) {
  db_.prepare("DELETE FROM once WHERE at <= ?").bind_time(call.at - kept_).run();
  auto known = find(call.key_hash);
  if (!known || *known) return known;
  make_room();
  auto row = db_.prepare("INSERT INTO once(key_hash, request_hash, at) VALUES(?, ?, ?)");
  row.bind_text(call.key_hash).bind_text(call.request_hash).bind_time(call.at).run();
  return known;
}

// Leaves one place free. The oldest go first: a repeat comes within minutes, if it comes.
void once_table::make_room() {
  const auto count = static_cast<std::size_t>(db_.number("SELECT count(*) FROM once"));
  if (count < max_) return;
  auto oldest = db_.prepare(
      "DELETE FROM once WHERE key_hash IN (SELECT key_hash FROM once ORDER BY at LIMIT ?)"
  );
  oldest.bind(static_cast<std::int64_t>(count - max_ + 1)).run();
}

result<void> once_table::end(const std::string& key_hash, const std::string& answer) {
  if (const auto known = find(key_hash); !known || !*known) {
    return known ? make_error_code(errc::not_found) : known.error();
  }
  auto row = db_.prepare("UPDATE once SET sealed = ? WHERE key_hash = ?");
  row.bind_blob(seal(master_, answer, place_of(key_hash))).bind_text(key_hash).run();
  return {};
}

result<void> once_table::forget(const std::string& key_hash) {
  db_.prepare("DELETE FROM once WHERE key_hash = ?").bind_text(key_hash).run();
  return {};
}

}  // namespace frontdesk::store

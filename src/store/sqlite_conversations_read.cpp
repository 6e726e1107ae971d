// SPDX-License-Identifier: Apache-2.0
// The reading half of the conversations: one with all its messages, and the lists.
#include "chat/state.hpp"
#include "store/sqlite_conversations.hpp"

#include <algorithm>
#include <charconv>

namespace frontdesk::store {
namespace {

constexpr int list_max = 200;

// The columns that `row_of_projection` reads, and the time that the lists are ordered by.
const std::string select_listed =
    "SELECT c.conversation, c.id, c.token_hash, c.last_row, c.head, c.erased, k.sealed, c.last_at "
    "FROM conversations c JOIN keys k ON k.conversation = c.conversation WHERE c.erased = 0 ";
const std::string newest_first = " ORDER BY c.last_at DESC, c.conversation DESC LIMIT ?";
const std::string after_cursor = " AND (c.last_at, c.conversation) < (?, ?)";

}  // namespace

std::optional<list_cursor> list_cursor::parse(const std::string& text) {
  list_cursor c;
  if (text.empty()) return c;
  const char* end = text.data() + text.size();
  const auto at = std::from_chars(text.data(), end, c.at);
  if (at.ec != std::errc{} || at.ptr == end || *at.ptr != '.') return std::nullopt;
  const auto number = std::from_chars(at.ptr + 1, end, c.number);
  if (number.ec != std::errc{} || number.ptr != end) return std::nullopt;
  return c;
}
std::string list_cursor::text() const { return std::to_string(at) + '.' + std::to_string(number); }

result<turn_content> conversations::content(
    const conversation& c, std::int64_t row, std::int64_t& previous
) {
  auto found = db_.prepare("SELECT conversation, previous, head, sealed FROM log WHERE row = ?");
  if (!found.bind(row).step() || found.number(0) != c.number) {
    return make_error_code(errc::damaged);
  }
  previous = found.number(1);
  const auto place = place_of_row(c.id, row, previous, found.blob(2));
  const auto plain = open(c.key, found.blob(3), place);
  if (!plain || previous >= row) return make_error_code(errc::damaged);
  return decode_content(*plain);
}

result<conversation_record> conversations::read(const conversation_id& id) {
  const auto found = known(id);
  if (!found) return found.error();
  const auto& c = **found;
  if (c.stored.erased) return make_error_code(errc::gone);
  if (!c.opens) return make_error_code(errc::damaged);
  conversation_record record;
  record.id = id;
  record.head = c.stored.head;
  for (auto row = c.stored.last_row; row != 0;) {
    const auto at = row;
    auto turn = content(c, at, row);
    if (!turn) return turn.error();
    if (at == c.stored.last_row) record.state = std::move(turn->state);
    auto& messages = turn->messages;
    std::move(messages.rbegin(), messages.rend(), std::back_inserter(record.messages));
  }
  std::reverse(record.messages.begin(), record.messages.end());
  return record;
}

result<conversation_id> conversations::find(const std::string& token_hash) {
  if (const auto fresh = new_tokens_.find(token_hash); fresh != new_tokens_.end()) {
    return fresh->second;
  }
  auto row = db_.prepare("SELECT id, erased FROM conversations WHERE token_hash = ?");
  if (!row.bind_text(token_hash).step()) return make_error_code(errc::not_found);
  if (row.number(1) != 0) return make_error_code(errc::gone);
  return row.id<conversation_tag>(0);
}

// A state that does not open is left empty: one damaged conversation must not hide all others.
head_record conversations::head_of(conversation c) {
  head_record record;
  record.id = c.id;
  record.head = c.stored.head;
  std::int64_t previous = 0;
  if (auto turn = content(c, c.stored.last_row, previous)) record.state = std::move(turn->state);
  return record;
}

// `limit` + 1 rows were asked for, to know whether there are more.
page<head_record> conversations::collect(statement& rows, int limit) {
  page<head_record> found;
  list_cursor last;
  while (rows.step()) {
    if (found.items.size() == static_cast<std::size_t>(limit)) {
      found.next = last.text();
      break;
    }
    auto c = row_of_projection(rows);
    last.at = rows.number(7);  // its head may be damaged
    last.number = c.number;
    // Where the projection could not be brought up to date (disk full), memory knows better.
    if (const auto live = live_.find(c.id); live != live_.end()) c.stored = live->second.stored;
    if (!c.stored.erased) found.items.push_back(head_of(std::move(c)));
  }
  return found;
}

result<page<head_record>> conversations::list(
    std::optional<std::uint8_t> status, const std::string& cursor, int limit
) {
  static const std::string all = select_listed + after_cursor + newest_first;
  static const std::string one = select_listed + "AND c.status = ?" + after_cursor + newest_first;
  const auto from = list_cursor::parse(cursor);
  if (!from) return make_error_code(errc::bad_request);
  limit = std::clamp(limit, 1, list_max);
  auto rows = db_.prepare(status ? one.c_str() : all.c_str());
  if (status) rows.bind(*status);
  rows.bind(from->at).bind(from->number).bind(limit + 1);
  return collect(rows, limit);
}

result<page<head_record>> conversations::list_requests(
    std::uint8_t request_status, const std::string& cursor, int limit
) {
  static const std::string any =
      select_listed + "AND c.request_status <> 255" + after_cursor + newest_first;
  static const std::string one = select_listed +
                                 "AND c.request_status <> 255 AND c.request_status = ?" +
                                 after_cursor + newest_first;
  const auto from = list_cursor::parse(cursor);
  if (!from) return make_error_code(errc::bad_request);
  limit = std::clamp(limit, 1, list_max);
  auto rows = db_.prepare(request_status == 255 ? any.c_str() : one.c_str());
  if (request_status != 255) rows.bind(request_status);
  rows.bind(from->at).bind(from->number).bind(limit + 1);
  return collect(rows, limit);
}

std::vector<head_record> conversations::active(time_point since, int limit) {
  static const std::string sql =
      select_listed + "AND (c.status <> ? OR c.last_at >= ?)" + newest_first;
  auto rows = db_.prepare(sql.c_str());
  rows.bind(static_cast<std::int64_t>(chat::status::closed)).bind_time(since).bind(limit + 1);
  return collect(rows, limit).items;
}

}  // namespace frontdesk::store

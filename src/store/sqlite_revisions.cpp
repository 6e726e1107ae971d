// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_revisions.hpp"

#include <zlib.h>

#include <algorithm>
#include <charconv>

namespace frontdesk::store {
namespace {

constexpr int list_max = 200;
// Below this a revision is kept as it is; a clinic's folder (300 KB) packs to a tenth.
constexpr std::size_t pack_from_bytes = 4096;
// A damaged length must not make us ask for all memory: a folder is at most some 16 MiB files.
constexpr std::int64_t unpacked_bytes_max = 256L * 1024 * 1024;

const Bytef* bytes_of(std::string_view s) { return reinterpret_cast<const Bytef*>(s.data()); }
Bytef* bytes_of(std::string& s) { return reinterpret_cast<Bytef*>(s.data()); }

std::string pack(std::string_view plain) {
  uLongf size = compressBound(plain.size());
  std::string packed(size, '\0');
  if (compress(bytes_of(packed), &size, bytes_of(plain), plain.size()) != Z_OK) {
    throw sql_failure{make_error_code(errc::storage), 0, "zlib"};
  }
  packed.resize(size);
  return packed;
}

result<std::string> unpack(std::string_view packed, std::int64_t plain_bytes) {
  if (plain_bytes < 0 || plain_bytes > unpacked_bytes_max) return make_error_code(errc::damaged);
  std::string plain(static_cast<std::size_t>(plain_bytes), '\0');
  uLongf size = plain.size();
  const int code = uncompress(bytes_of(plain), &size, bytes_of(packed), packed.size());
  if (code != Z_OK || size != plain.size()) return make_error_code(errc::damaged);
  return plain;
}

// A cursor is the number of the last item of the page before. Nothing: not one of ours.
std::optional<std::int64_t> below(const std::string& cursor) {
  std::int64_t number = INT64_MAX;
  if (cursor.empty()) return number;
  const char* end = cursor.data() + cursor.size();
  const auto read = std::from_chars(cursor.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return number;
}

}  // namespace

result<long> revision_tables::add_revision(const revision_record& revision, long expected_newest) {
  const auto newest = db_.number("SELECT max(number) FROM revisions");
  if (newest != expected_newest) return make_error_code(errc::conflict);
  const bool packs = revision.files.size() >= pack_from_bytes;
  auto row = db_.prepare(
      "INSERT INTO revisions(number, at, by, note, summary, unpacked_bytes, files) "
      "VALUES(?,?,?,?,?,?,?)"
  );
  row.bind(newest + 1).bind_time(revision.at).bind_id(revision.by).bind_text(revision.note);
  row.bind_text(revision.summary);
  row.bind(packs ? static_cast<std::int64_t>(revision.files.size()) : 0);
  row.bind_blob(packs ? pack(revision.files) : revision.files).run();
  return newest + 1;
}

result<revision_record> revision_tables::revision(long number) {
  auto row = db_.prepare(
      "SELECT number, at, by, note, unpacked_bytes, files, summary FROM revisions "
      "WHERE number = ?1 OR ?1 = 0 ORDER BY number DESC LIMIT 1"
  );
  if (!row.bind(number).step()) return make_error_code(errc::not_found);
  revision_record found;
  found.number = row.number(0);
  found.at = row.time(1);
  found.by = row.optional_id<person_tag>(2);
  found.note = row.text(3);
  found.summary = row.text(6);
  if (row.number(4) == 0) {
    found.files = row.text(5);
    return found;
  }
  auto plain = unpack(row.blob(5), row.number(4));
  if (!plain) return plain.error();
  found.files = std::move(*plain);
  return found;
}

result<page<revision_record>> revision_tables::revisions(const std::string& cursor, int limit) {
  const auto from = below(cursor);
  if (!from) return make_error_code(errc::bad_request);
  limit = std::clamp(limit, 1, list_max);
  auto row = db_.prepare(
      "SELECT number, at, by, note, summary FROM revisions WHERE number < ? ORDER BY number DESC "
      "LIMIT ?"
  );
  row.bind(*from).bind(limit + 1);
  page<revision_record> found;
  while (row.step()) {
    if (found.items.size() == static_cast<std::size_t>(limit)) {
      found.next = std::to_string(found.items.back().number);
      break;
    }
    auto& r = found.items.emplace_back();
    r.number = row.number(0);
    r.at = row.time(1);
    r.by = row.optional_id<person_tag>(2);
    r.note = row.text(3);
    r.summary = row.text(4);
  }
  return found;
}

result<void> revision_tables::audit(const audit_record& entry) {
  auto row = db_.prepare("INSERT INTO audit(at, who, what, about) VALUES(?, ?, ?, ?)");
  row.bind_time(entry.at).bind_id(entry.who).bind_text(entry.what).bind_text(entry.about).run();
  return {};
}

result<page<audit_record>> revision_tables::audits(const std::string& cursor, int limit) {
  const auto from = below(cursor);
  if (!from) return make_error_code(errc::bad_request);
  limit = std::clamp(limit, 1, list_max);
  auto row = db_.prepare(
      "SELECT row, at, who, what, about FROM audit WHERE row < ? ORDER BY row DESC LIMIT ?"
  );
  row.bind(*from).bind(limit + 1);
  page<audit_record> found;
  std::int64_t last = 0;
  while (row.step()) {
    if (found.items.size() == static_cast<std::size_t>(limit)) {
      found.next = std::to_string(last);
      break;
    }
    last = row.number(0);
    auto& a = found.items.emplace_back();
    a.at = row.time(1);
    a.who = row.optional_id<person_tag>(2);
    a.what = row.text(3);
    a.about = row.text(4);
  }
  return found;
}

}  // namespace frontdesk::store

// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_store_class.hpp"

#include <boost/asio/post.hpp>

namespace frontdesk::store {

sqlite_store::sqlite_store(
    parts made, asio::any_io_executor io, const limits& bounds, const clock& time
)
    : made_(std::move(made)),
      io_(io),
      limits_(bounds),
      conversations_(
          *made_.db, made_.master, bounds.live_conversations_max, bounds.projection_turns_max
      ),
      people_(*made_.db),
      revisions_(*made_.db),
      once_(*made_.db, made_.master, bounds),
      worker_(io, bounds.store_queue_max, bounds.store_batch_max, bounds.store_call, time) {
  if (made_.options.access == access::serve) conversations_.load();
  worker::steps how;
  how.commit = [this](const batch& writes) { commit(writes); };
  how.read = [this](job& reads) { read_one(reads); };
  how.idle = [this] { idle(); };
  worker_.start(std::move(how));
}

sqlite_store::~sqlite_store() { close(); }

void sqlite_store::close() {
  if (closed_) return;
  closed_ = true;
  worker_.stop();
  if (made_.options.access != access::serve) return;
  try {
    transaction last{*made_.db};
    conversations_.project();
    set_clean(*made_.db, true);
    last.commit();
    conversations_.committed();
  } catch (const sql_failure&) {
    // Nothing is lost: the next start reads the log's tail and checks the file.
  }
}

// --- on the store's thread

// All of a batch in one commit. If something is wrong with one job (not with the disk), each is
// tried alone, so that it cannot take the others with it.
void sqlite_store::commit(const batch& writes) {
  sql_failure why;
  try {
    transaction all{*made_.db};
    for (const auto& j : writes) j->run();
    if (conversations_.projection_due()) conversations_.project();
    all.commit();
    conversations_.committed();
    ++commits_;
    turns_ += writes.size();
    return;
  } catch (sql_failure& caught) {
    why = std::move(caught);
  } catch (const std::exception& caught) {  // no memory
    why = sql_failure{make_error_code(errc::storage), 0, caught.what()};
  }
  conversations_.rolled_back();
  failed(why);
  const bool disk = is_disk_failure(why.sqlite);
  for (const auto& j : writes) {
    if (disk) {
      j->fail(why.code);
    } else {
      commit_alone(*j);
    }
  }
}

void sqlite_store::commit_alone(job& write) {
  try {
    transaction one{*made_.db};
    write.run();
    one.commit();
    conversations_.committed();
    ++commits_;
    ++turns_;
  } catch (const sql_failure& why) {
    conversations_.rolled_back();
    failed(why);
    write.fail(why.code);
  } catch (const std::exception& why) {
    conversations_.rolled_back();
    failed({make_error_code(errc::storage), 0, why.what()});
    write.fail(make_error_code(errc::storage));
  }
}

void sqlite_store::read_one(job& reads) {
  try {
    reads.run();
  } catch (const sql_failure& why) {
    failed(why);
    reads.fail(why.code);
  } catch (const std::exception& why) {
    failed({make_error_code(errc::storage), 0, why.what()});
    reads.fail(make_error_code(errc::storage));
  }
}

// Small checkpoints, between two batches and after their callers have been told: a large one stalls
// for 35 to 55 ms (32 MB, measured).
void sqlite_store::idle() {
  conversations_.trim();
  const bool wipe = conversations_.wipe_due;
  if (!wipe && made_.db->log_pages() < limits_.wal_checkpoint_pages) return;
  try {
    if (made_.db->checkpoint(wipe) && wipe) {
      conversations_.wipe_due = false;  // the destroyed key stood in the write-ahead log as well
      pre_grow_log(*made_.db, limits_.wal_bytes);
    }
  } catch (const sql_failure& why) {
    failed(why);  // the log's file grows; the next batch tries again
  }
}

// Lists are made from the projection. If it cannot be written (disk full), they show what it has.
void sqlite_store::bring_up_to_date() {
  if (!conversations_.behind()) return;
  try {
    transaction t{*made_.db};
    conversations_.project();
    t.commit();
    conversations_.committed();
  } catch (const sql_failure& why) {
    conversations_.rolled_back();
    failed(why);
  }
}

void sqlite_store::failed(const sql_failure& why) {
  ++failures_;
  if (!made_.options.report) return;
  asio::post(
      io_,
      [report = made_.options.report,
       text = why.text + " (SQLite " + std::to_string(why.sqlite) + ")"] { report(text); }
  );
}

store_figures sqlite_store::figures() const {
  store_figures now;
  now.writes = turns_;
  now.commits = commits_;
  now.failures = failures_;
  now.waiting = worker_.waiting();
  return now;
}

template <class T>
result<T> sqlite_store::note(result<T> done, const trail& noted) {
  if (!done) return done;
  for (const auto& entry : noted) {
    if (const auto written = revisions_.audit(entry); !written)
      throw sql_failure{written.error(), 0, "the audit trail"};
  }
  return done;
}

// --- the port

asio::awaitable<result<void>> sqlite_store::append(turn what) {
  return worker_.call<void>(true, [this, what = std::move(what)] {
    return note(conversations_.append(what), what.noted);
  });
}
asio::awaitable<result<conversation_record>> sqlite_store::read(conversation_id id) {
  return worker_.call<conversation_record>(false, [this, id] { return conversations_.read(id); });
}
asio::awaitable<result<conversation_id>> sqlite_store::find(std::string token_hash) {
  return worker_.call<conversation_id>(false, [this, token_hash = std::move(token_hash)] {
    return conversations_.find(token_hash);
  });
}
asio::awaitable<result<page<head_record>>> sqlite_store::list(
    std::optional<std::uint8_t> status, std::string cursor, int limit
) {
  return worker_.call<page<head_record>>(false, [this, status, cursor = std::move(cursor), limit] {
    bring_up_to_date();
    return conversations_.list(status, cursor, limit);
  });
}
asio::awaitable<result<std::vector<head_record>>> sqlite_store::active(
    time_point since, int limit
) {
  using heads = std::vector<head_record>;
  return worker_.call<heads>(false, [this, since, limit]() -> result<heads> {
    bring_up_to_date();
    return conversations_.active(since, limit);
  });
}
asio::awaitable<result<page<head_record>>> sqlite_store::list_requests(
    std::uint8_t request_status, std::string cursor, int limit
) {
  return worker_.call<page<head_record>>(
      false,
      [this, request_status, cursor = std::move(cursor), limit] {
        bring_up_to_date();
        return conversations_.list_requests(request_status, cursor, limit);
      }
  );
}
asio::awaitable<result<void>> sqlite_store::erase(conversation_id id, trail noted) {
  return worker_.call<void>(true, [this, id, noted = std::move(noted)] {
    return note(conversations_.erase(id), noted);
  });
}

asio::awaitable<result<std::vector<person_record>>> sqlite_store::people() {
  using people = std::vector<person_record>;
  return worker_.call<people>(false, [this]() -> result<people> { return people_.people(); });
}
asio::awaitable<result<void>> sqlite_store::put_person(person_record who, trail noted) {
  return worker_.call<void>(true, [this, who = std::move(who), noted = std::move(noted)] {
    return note(people_.put_person(who), noted);
  });
}
asio::awaitable<result<void>> sqlite_store::put_link(link_record link, trail noted) {
  return worker_.call<void>(true, [this, link = std::move(link), noted = std::move(noted)] {
    return note(people_.put_link(link), noted);
  });
}
asio::awaitable<result<link_record>> sqlite_store::use_link(
    std::string token_hash, time_point now
) {
  return worker_.call<link_record>(true, [this, token_hash = std::move(token_hash), now] {
    return people_.use_link(token_hash, now);
  });
}
asio::awaitable<result<void>> sqlite_store::put_login(login_record login, trail noted) {
  return worker_.call<void>(true, [this, login = std::move(login), noted = std::move(noted)] {
    return note(people_.put_login(login), noted);
  });
}
asio::awaitable<result<login_record>> sqlite_store::find_login(std::string token_hash) {
  return worker_.call<login_record>(false, [this, token_hash = std::move(token_hash)] {
    return people_.find_login(token_hash);
  });
}
asio::awaitable<result<void>> sqlite_store::end_login(std::string token_hash, trail noted) {
  return worker_.call<void>(
      true,
      [this, token_hash = std::move(token_hash), noted = std::move(noted)] {
        return note(people_.end_login(token_hash), noted);
      }
  );
}
asio::awaitable<result<void>> sqlite_store::end_logins_of(person_id who) {
  return worker_.call<void>(true, [this, who] { return people_.end_logins_of(who); });
}

asio::awaitable<result<long>> sqlite_store::add_revision(
    revision_record revision, long expected_newest, trail noted
) {
  return worker_.call<long>(
      true,
      [this, revision = std::move(revision), expected_newest, noted = std::move(noted)] {
        return note(revisions_.add_revision(revision, expected_newest), noted);
      }
  );
}
asio::awaitable<result<revision_record>> sqlite_store::revision(long number) {
  return worker_.call<revision_record>(false, [this, number] {
    return revisions_.revision(number);
  });
}
asio::awaitable<result<page<revision_record>>> sqlite_store::revisions(
    std::string cursor, int limit
) {
  return worker_.call<page<revision_record>>(false, [this, cursor = std::move(cursor), limit] {
    return revisions_.revisions(cursor, limit);
  });
}
asio::awaitable<result<void>> sqlite_store::audit(audit_record entry) {
  return worker_.call<void>(true, [this, entry = std::move(entry)] {
    return revisions_.audit(entry);
  });
}
asio::awaitable<result<page<audit_record>>> sqlite_store::audits(std::string cursor, int limit) {
  return worker_.call<page<audit_record>>(false, [this, cursor = std::move(cursor), limit] {
    return revisions_.audits(cursor, limit);
  });
}
asio::awaitable<result<std::optional<once_record>>> sqlite_store::begin_once(once_record call) {
  return worker_.call<std::optional<once_record>>(true, [this, call = std::move(call)] {
    return once_.begin(call);
  });
}
asio::awaitable<result<void>> sqlite_store::end_once(std::string key_hash, std::string answer) {
  return worker_.call<void>(
      true,
      [this, key_hash = std::move(key_hash), answer = std::move(answer)] {
        return once_.end(key_hash, answer);
      }
  );
}
asio::awaitable<result<void>> sqlite_store::forget_once(std::string key_hash) {
  return worker_.call<void>(true, [this, key_hash = std::move(key_hash)] {
    return once_.forget(key_hash);
  });
}

}  // namespace frontdesk::store

// SPDX-License-Identifier: Apache-2.0
// A store in memory for tests of what stands above it. The contract's suite holds it to the same
// promises as the real ones; `fail_after` makes calls fail.
#pragma once
#include "base/limits.hpp"
#include "chat/state.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace frontdesk::store {

/// What a memory_store holds; outlives it, as a disk does.
struct memory {
  std::map<conversation_id, conversation_record> conversations;
  std::map<std::string, conversation_id> tokens;
  std::set<conversation_id> erased;
  std::map<person_id, person_record> people;
  std::map<std::string, link_record> links;
  std::map<std::string, login_record> logins;
  std::vector<revision_record> revisions;
  std::vector<audit_record> audits;
  std::map<std::string, once_record> once;
};

class memory_store : public store {
 public:
  explicit memory_store(
      std::shared_ptr<memory> m = std::make_shared<memory>(), const limits& bounds = {}
  )
      : m_(std::move(m)), bounds_(bounds) {}

  /// After so many more calls all fail with errc::storage and do nothing; below 0: none does.
  void fail_after(int good_calls) { good_calls_ = good_calls; }
  memory& kept() { return *m_; }

  template <class T>
  using call = asio::awaitable<result<T>>;
  using store::add_revision;
  using store::end_login;
  using store::erase;
  using store::put_link;
  using store::put_login;
  using store::put_person;

  call<void> append(turn what) override {
    if (failing()) co_return make_error_code(errc::storage);
    if (m_->erased.count(what.conversation) > 0) co_return make_error_code(errc::gone);
    auto found = m_->conversations.find(what.conversation);
    const bool fresh = found == m_->conversations.end();
    if (fresh && what.token_hash.empty()) co_return make_error_code(errc::not_found);
    if (fresh && m_->tokens.count(what.token_hash) > 0) co_return make_error_code(errc::conflict);
    auto last = fresh ? 0 : found->second.head.last_seq;
    for (const auto& said : what.messages) {
      if (said.seq != ++last) co_return make_error_code(errc::conflict);
    }
    if (what.head.last_seq != last) co_return make_error_code(errc::conflict);
    auto& c = m_->conversations[what.conversation];
    if (fresh) m_->tokens[what.token_hash] = what.conversation;
    c.id = what.conversation;
    c.head = what.head;
    c.state = what.state;
    c.messages.insert(c.messages.end(), what.messages.begin(), what.messages.end());
    note(what.noted);
    co_return result<void>{};
  }
  call<conversation_record> read(conversation_id id) override {
    if (failing()) co_return make_error_code(errc::storage);
    if (m_->erased.count(id) > 0) co_return make_error_code(errc::gone);
    const auto found = m_->conversations.find(id);
    if (found == m_->conversations.end()) co_return make_error_code(errc::not_found);
    co_return found->second;
  }
  call<conversation_id> find(std::string token_hash) override {
    if (failing()) co_return make_error_code(errc::storage);
    const auto found = m_->tokens.find(token_hash);
    if (found == m_->tokens.end()) co_return make_error_code(errc::not_found);
    if (m_->erased.count(found->second) > 0) co_return make_error_code(errc::gone);
    co_return found->second;
  }
  call<page<head_record>> list(std::optional<std::uint8_t> status, std::string cursor, int limit)
      override {
    if (failing()) co_return make_error_code(errc::storage);
    co_return cut(
        heads([&](const head& h) { return !status || h.status == *status; }), cursor, limit
    );
  }
  call<std::vector<head_record>> active(time_point since, int limit) override {
    if (failing()) co_return make_error_code(errc::storage);
    auto all = heads([&](const head& h) {
      return h.status != static_cast<std::uint8_t>(chat::status::closed) || h.last_at >= since;
    });
    if (all.size() > static_cast<std::size_t>(limit)) all.resize(static_cast<std::size_t>(limit));
    co_return all;
  }
  call<page<head_record>> list_requests(std::uint8_t request_status, std::string cursor, int limit)
      override {
    if (failing()) co_return make_error_code(errc::storage);
    co_return cut(
        heads([&](const head& h) {
          return h.request_status != 255 &&
                 (request_status == 255 || h.request_status == request_status);
        }),
        cursor,
        limit
    );
  }
  call<void> erase(conversation_id id, trail noted) override {
    if (failing()) co_return make_error_code(errc::storage);
    if (m_->erased.count(id) == 0 && m_->conversations.erase(id) == 0) {
      co_return make_error_code(errc::not_found);
    }
    m_->erased.insert(id);
    note(noted);
    co_return result<void>{};
  }

  call<std::vector<person_record>> people() override {
    if (failing()) co_return make_error_code(errc::storage);
    std::vector<person_record> all;
    for (const auto& entry : m_->people) all.push_back(entry.second);
    co_return all;
  }
  call<void> put_person(person_record who, trail noted) override {
    if (failing()) co_return make_error_code(errc::storage);
    const auto lower = [](std::string s) {
      std::transform(s.begin(), s.end(), s.begin(), [](char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      });
      return s;
    };
    for (const auto& [id, p] : m_->people) {
      if (id != who.id && lower(p.username) == lower(who.username)) {
        co_return make_error_code(errc::conflict);
      }
    }
    const auto found = m_->people.find(who.id);
    const long version = found == m_->people.end() ? 0 : found->second.version;
    if (who.version != version + 1) co_return make_error_code(errc::conflict);
    m_->people[who.id] = who;
    note(noted);
    co_return result<void>{};
  }
  call<void> put_link(link_record link, trail noted) override {
    if (failing()) co_return make_error_code(errc::storage);
    m_->links[link.token_hash] = link;
    note(noted);
    co_return result<void>{};
  }
  call<link_record> use_link(std::string token_hash, time_point now) override {
    if (failing()) co_return make_error_code(errc::storage);
    const auto found = m_->links.find(token_hash);
    if (found == m_->links.end()) co_return make_error_code(errc::gone);
    const auto link = found->second;
    m_->links.erase(found);
    if (link.expires_at <= now) co_return make_error_code(errc::gone);
    co_return link;
  }
  call<void> put_login(login_record login, trail noted) override {
    if (failing()) co_return make_error_code(errc::storage);
    m_->logins[login.token_hash] = login;
    note(noted);
    co_return result<void>{};
  }
  call<login_record> find_login(std::string token_hash) override {
    if (failing()) co_return make_error_code(errc::storage);
    const auto found = m_->logins.find(token_hash);
    if (found == m_->logins.end()) co_return make_error_code(errc::not_found);
    co_return found->second;
  }
  call<void> end_login(std::string token_hash, trail noted) override {
    if (failing()) co_return make_error_code(errc::storage);
    m_->logins.erase(token_hash);
    note(noted);
    co_return result<void>{};
  }
  call<void> end_logins_of(person_id who) override {
    if (failing()) co_return make_error_code(errc::storage);
    std::erase_if(m_->logins, [who](const auto& entry) { return entry.second.person == who; });
    co_return result<void>{};
  }

  call<long> add_revision(revision_record revision, long expected_newest, trail noted) override {
    if (failing()) co_return make_error_code(errc::storage);
    const auto newest = static_cast<long>(m_->revisions.size());
    if (newest != expected_newest) co_return make_error_code(errc::conflict);
    revision.number = newest + 1;
    m_->revisions.push_back(revision);
    note(noted);
    co_return newest + 1;
  }
  call<revision_record> revision(long number) override {
    if (failing()) co_return make_error_code(errc::storage);
    if (number == 0) number = static_cast<long>(m_->revisions.size());
    if (number < 1 || number > static_cast<long>(m_->revisions.size())) {
      co_return make_error_code(errc::not_found);
    }
    co_return m_->revisions[static_cast<std::size_t>(number - 1)];
  }
  call<page<revision_record>> revisions(std::string cursor, int limit) override {
    if (failing()) co_return make_error_code(errc::storage);
    auto all = m_->revisions;
    for (auto& r : all) r.files.clear();
    std::reverse(all.begin(), all.end());
    co_return cut(std::move(all), cursor, limit);
  }
  call<void> audit(audit_record entry) override {
    if (failing()) co_return make_error_code(errc::storage);
    m_->audits.push_back(entry);
    co_return result<void>{};
  }
  call<page<audit_record>> audits(std::string cursor, int limit) override {
    if (failing()) co_return make_error_code(errc::storage);
    auto all = m_->audits;
    std::reverse(all.begin(), all.end());
    co_return cut(std::move(all), cursor, limit);
  }

  call<std::optional<once_record>> begin_once(once_record what) override {
    if (failing()) co_return make_error_code(errc::storage);
    auto& all = m_->once;
    std::erase_if(all, [&](const auto& e) { return e.second.at <= what.at - bounds_.once_kept; });
    const auto known = all.find(what.key_hash);
    if (known != all.end()) co_return std::optional{known->second};
    const auto older = [](const auto& a, const auto& b) { return a.second.at < b.second.at; };
    while (all.size() >= bounds_.once_max) {
      all.erase(std::min_element(all.begin(), all.end(), older));
    }
    what.answer.clear();
    all.emplace(what.key_hash, what);
    co_return std::optional<once_record>{};
  }
  call<void> end_once(std::string key_hash, std::string answer) override {
    if (failing()) co_return make_error_code(errc::storage);
    const auto known = m_->once.find(key_hash);
    if (known == m_->once.end()) co_return make_error_code(errc::not_found);
    known->second.answer = answer;
    co_return result<void>{};
  }
  call<void> forget_once(std::string key_hash) override {
    if (failing()) co_return make_error_code(errc::storage);
    m_->once.erase(key_hash);
    co_return result<void>{};
  }
  void close() override { closed_ = true; }

 private:
  void note(const trail& noted) { m_->audits.insert(m_->audits.end(), noted.begin(), noted.end()); }
  bool failing() {
    if (good_calls_ < 0) return closed_;
    if (good_calls_ == 0) return true;
    --good_calls_;
    return closed_;
  }
  template <class Wanted>
  std::vector<head_record> heads(Wanted wanted) const {
    std::vector<head_record> all;
    for (const auto& [id, c] : m_->conversations) {
      if (!wanted(c.head)) continue;
      auto& h = all.emplace_back();
      h.id = id;
      h.head = c.head;
      h.state = c.state;
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return a.head.last_at > b.head.last_at;
    });
    return all;
  }
  // The cursor is how many were given out: good enough where nothing changes between two pages.
  template <class T>
  static result<page<T>> cut(std::vector<T> all, const std::string& cursor, int limit) {
    if (cursor.find_first_not_of("0123456789") != cursor.npos || cursor.size() > 9) {
      return make_error_code(errc::bad_request);
    }
    const auto from = std::min(all.size(), cursor.empty() ? 0 : std::stoul(cursor));
    const auto to =
        std::min(all.size(), from + static_cast<std::size_t>(std::clamp(limit, 1, 200)));
    page<T> found;
    if (to < all.size()) found.next = std::to_string(to);
    const auto at = [&all](std::size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i); };
    found.items.assign(at(from), at(to));
    return found;
  }

  std::shared_ptr<memory> m_;
  limits bounds_;
  bool closed_ = false;
  int good_calls_ = -1;
};

}  // namespace frontdesk::store

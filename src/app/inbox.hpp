// SPDX-License-Identifier: Apache-2.0
// What the consoles show: a line for each conversation that matters now, and the changes with a
// cursor, so that a console that was cut off gets what it missed.
#pragma once
#include "base/limits.hpp"
#include "wire/console.hpp"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace frontdesk::app {

/// io thread only.
class inbox {
 public:
  struct line {
    std::shared_ptr<const wire::kept_state> kept;
    std::optional<int> position;  ///< in the queue of waiting visitors
    bool online = false;          ///< the visitor's page is open
  };
  explicit inbox(const limits& bounds) : bounds_(bounds) {}

  /// New or changed. The cursor of the change.
  std::uint64_t put(const conversation_id& id, line what);
  /// Erased, or it does not matter any more. 0 if it was not there.
  std::uint64_t remove(const conversation_id& id);

  const line* find(const conversation_id& id) const;
  std::uint64_t cursor() const { return cursor_; }
  /// Newest activity first, at most limits::inbox_conversations_max; whoever needs a person is
  /// always among them.
  std::vector<wire::summary> snapshot() const;
  /// What has changed since `cursor`, oldest first, each conversation once; those without a line
  /// are gone. Nothing at all if the cursor is too old or not ours: then a snapshot is due.
  std::optional<std::vector<conversation_id>> changed_since(std::uint64_t cursor) const;
  /// The conversations that do not matter at `now` any more: closed or silent for a day, and
  /// nothing open in them.
  std::vector<conversation_id> stale(time_point now) const;

 private:
  std::uint64_t note(const conversation_id& id);

  const limits& bounds_;
  std::unordered_map<conversation_id, line> lines_;
  // Cursors start at the time of the start, in milliseconds, so that one from before a restart is
  // never taken for ours.
  std::uint64_t first_ = 0, cursor_ = 0;
  std::deque<conversation_id> changes_;  // changes_[i] is the change with cursor first_ + i + 1

 public:
  /// Before the first change.
  void start_at(time_point now);
};

/// Whether somebody has to do something: waiting, with staff, an alert, an open request.
bool needs_person(const chat::state& s);

}  // namespace frontdesk::app

// SPDX-License-Identifier: Apache-2.0
#include "app/inbox.hpp"

#include <algorithm>
#include <unordered_set>

namespace frontdesk::app {
namespace {

// Changes that are remembered for consoles that were cut off: minutes of a very busy desk, 16 bytes
// each.
constexpr std::size_t changes_max = 4096;
constexpr std::chrono::hours silent_max{24};

wire::summary summary_of(const conversation_id& id, const inbox::line& l) {
  wire::summary s;
  s.id = id;
  s.kept = l.kept.get();
  s.position = l.position;
  s.online = l.online;
  return s;
}

}  // namespace

bool needs_person(const chat::state& s) {
  const bool open_request = s.request && (s.request->status == chat::request_status::open ||
                                          s.request->status == chat::request_status::proposed);
  return s.status == chat::status::waiting || s.status == chat::status::staff ||
         s.alert != chat::alert::none || open_request;
}

void inbox::start_at(time_point now) {
  first_ = cursor_ = static_cast<std::uint64_t>(now.time_since_epoch().count());
}

std::uint64_t inbox::note(const conversation_id& id) {
  changes_.push_back(id);
  if (changes_.size() > changes_max) {
    changes_.pop_front();
    ++first_;
  }
  return ++cursor_;
}

std::uint64_t inbox::put(const conversation_id& id, line what) {
  lines_[id] = std::move(what);
  return note(id);
}

std::uint64_t inbox::remove(const conversation_id& id) {
  return lines_.erase(id) == 0 ? 0 : note(id);
}

const inbox::line* inbox::find(const conversation_id& id) const {
  const auto found = lines_.find(id);
  return found == lines_.end() ? nullptr : &found->second;
}

std::vector<wire::summary> inbox::snapshot() const {
  std::vector<wire::summary> all;
  all.reserve(lines_.size());
  for (const auto& [id, l] : lines_) all.push_back(summary_of(id, l));
  const auto before = [](const wire::summary& a, const wire::summary& b) {
    const auto &x = a.kept->state, &y = b.kept->state;
    return std::tuple{needs_person(y), y.last_at, a.id} <
           std::tuple{needs_person(x), x.last_at, b.id};
  };
  const auto keep = std::min(all.size(), bounds_.inbox_conversations_max);
  std::partial_sort(
      all.begin(), all.begin() + static_cast<std::ptrdiff_t>(keep), all.end(), before
  );
  all.resize(keep);
  return all;
}

std::optional<std::vector<conversation_id>> inbox::changed_since(std::uint64_t cursor) const {
  if (cursor < first_ || cursor > cursor_) return std::nullopt;
  std::vector<conversation_id> changed;
  std::unordered_set<conversation_id> seen;
  for (auto i = static_cast<std::size_t>(cursor - first_); i < changes_.size(); ++i) {
    if (seen.insert(changes_[i]).second) changed.push_back(changes_[i]);
  }
  return changed;
}

std::vector<conversation_id> inbox::stale(time_point now) const {
  std::vector<conversation_id> ids;
  for (const auto& [id, l] : lines_) {
    const auto& s = l.kept->state;
    if (!l.online && !needs_person(s) && now - s.last_at > silent_max) ids.push_back(id);
  }
  return ids;
}

}  // namespace frontdesk::app

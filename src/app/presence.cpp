// SPDX-License-Identifier: Apache-2.0
#include "app/presence.hpp"

#include <algorithm>

namespace frontdesk::app {

void presence_list::came(const chat::person& who) {
  auto& entry = all_[who.id];
  entry.who = who;
  ++entry.consoles;
}

void presence_list::left(const person_id& who) {
  const auto found = all_.find(who);
  if (found != all_.end() && found->second.consoles > 0) --found->second.consoles;
}

void presence_list::set_available(const person_id& who, bool on) {
  const auto found = all_.find(who);
  if (found != all_.end()) found->second.available = on;
}

bool presence_list::online(const person_id& who) const {
  const auto found = all_.find(who);
  return found != all_.end() && found->second.consoles > 0;
}

bool presence_list::available(const person_id& who) const {
  const auto found = all_.find(who);
  return found != all_.end() && found->second.consoles > 0 && found->second.available;
}

bool presence_list::anybody() const {
  return std::any_of(all_.begin(), all_.end(), [](const auto& entry) {
    return entry.second.consoles > 0 && entry.second.available;
  });
}

std::vector<wire::presence> presence_list::list() const {
  std::vector<wire::presence> here;
  for (const auto& [_, entry] : all_) {
    if (entry.consoles > 0) here.push_back({entry.who, entry.available});
  }
  std::sort(here.begin(), here.end(), [](const auto& a, const auto& b) {
    return a.who.name < b.who.name;
  });
  return here;
}

}  // namespace frontdesk::app

// SPDX-License-Identifier: Apache-2.0
#include "desk/desk.hpp"

#include "booking/zone.hpp"
#include "chat/phrases.hpp"

#include <stdexcept>

namespace frontdesk {
namespace {

// Whether `text` is `pattern` with something in each of its holes; a summary goes on after it.
bool fits(std::string_view text, std::string_view pattern, bool may_go_on) {
  for (;;) {
    const auto hole = pattern.find('{');
    const auto literal = pattern.substr(0, hole);
    if (hole == std::string_view::npos)
      return may_go_on ? text.starts_with(literal) : text.ends_with(literal);
    if (!text.starts_with(literal)) return false;
    text.remove_prefix(literal.size());
    pattern.remove_prefix(pattern.find('}') + 1);
    const auto next = pattern.substr(0, pattern.find('{'));
    const auto found = next.empty() ? text.size() : text.find(next);
    if (found == std::string_view::npos || found == 0) return false;
    text.remove_prefix(found);
  }
}

bool is_phrase(std::string_view text, std::string_view pattern, std::string_view key) {
  const bool summary = key.starts_with("form.summary");
  if (summary) return text.starts_with(pattern);
  if (pattern.find('{') == std::string_view::npos) return text == pattern;
  return fits(text, pattern, false);
}

}  // namespace

std::string name_of(const intent::rules& rules, const chat::message& m) {
  std::string best;
  std::size_t longest = 0;
  for (const auto& k : chat::phrase_keys) {
    for (const auto in : {intent::language::en, intent::language::es}) {
      const auto pattern = rules.phrase(k.key, in);
      if (k.key.starts_with("choice.") || !is_phrase(m.text, pattern, k.key)) continue;
      if (pattern.size() <= longest) continue;
      longest = pattern.size();
      best = k.key;
    }
  }
  if (!best.empty()) return best;
  if (m.why && !m.why->topic.empty()) return m.why->topic;
  return m.from == chat::author::staff ? "staff" : "?";
}

time_point clinic_time(std::string_view local) {
  const auto as_utc = from_iso(std::string{local} + ":00Z");
  if (!as_utc) throw std::runtime_error("no local time: " + std::string{local});
  for (int hours = 4; hours <= 5; ++hours) {
    const auto t = *as_utc + std::chrono::hours{hours};
    if (booking::wall_clock(t, "America/New_York").time_since_epoch() == as_utc->time_since_epoch())
      return t;
  }
  throw std::runtime_error("the clock skips " + std::string{local});
}

desk::desk(intent::rules_ptr rules, std::string_view local)
    : rules_(std::move(rules)), clock_(clinic_time(local)) {
  id_.bytes[0] = 1;
}

bool desk::taps(std::string choice) {
  auto label = intent::choice_for(*rules_, choice, state().language).label;
  return does(chat::visitor_says{next_id(), std::move(label), std::move(choice), ""});
}

bool desk::staff_says(const std::string& who, std::string text) {
  return does(chat::staff_says{staff(who), next_id(), std::move(text), false});
}

bool desk::staff_notes(const std::string& who, std::string text) {
  return does(chat::staff_says{staff(who), next_id(), std::move(text), true});
}

bool desk::proposes(const std::string& who, const std::vector<std::string>& local_times) {
  chat::staff_proposes c{staff(who), state().request ? state().request->id : request_id{}, {}};
  for (const auto& t : local_times) c.times.push_back(clinic_time(t));
  return does(c);
}

bool desk::confirms(const std::string& who, std::string_view local_time) {
  return does(chat::staff_confirms{
      staff(who), state().request ? state().request->id : request_id{}, clinic_time(local_time)});
}

bool desk::declines(const std::string& who) {
  return does(chat::staff_declines{staff(who), state().request ? state().request->id : request_id{}}
  );
}

bool desk::minutes_pass(int minutes) {
  bool taken = true;
  for (int i = 0; i < minutes && taken; ++i) {
    clock_.advance(std::chrono::minutes{1});
    taken = does(chat::time_passes{});
    if (!result_.said.empty()) return taken;
  }
  return taken;
}

bool desk::does(const chat::command& what) {
  chat::surroundings around{
      clock_.now(), rules_.get(), staff_online_, queue_.position(id_), holder_online_};
  if (!around.position) around.position = static_cast<int>(queue_.in_order().size()) + 1;
  auto next = chat::step(result_.state, what, around, fresh());
  error_ = next.has_value() ? error_code{} : next.error();
  if (error_) return false;
  result_ = std::move(*next);
  all_.insert(all_.end(), result_.said.begin(), result_.said.end());
  queue_.remove(id_);
  if (state().status == chat::status::waiting)
    queue_.put(id_, state().waiting_since.value(), state().alert != chat::alert::none);
  return true;
}

desk& desk::staff_online(bool on) {
  staff_online_ = on;
  return *this;
}

desk& desk::holder_online(bool on) {
  holder_online_ = on;
  return *this;
}

desk& desk::at(std::string_view local) {
  clock_.set(clinic_time(local));
  return *this;
}

desk& desk::language(intent::language l) {
  result_.state.language = l;
  return *this;
}

lines desk::said() const {
  lines names;
  for (const auto& m : result_.said) {
    const bool own_words =
        m.from == chat::author::visitor || (m.from == chat::author::staff && !m.id.empty());
    if (!own_words) names.push_back(name_of(*rules_, m));
  }
  return names;
}

const chat::message& desk::last() const {
  if (result_.said.empty() || result_.said.back().from == chat::author::visitor)
    throw std::runtime_error("nothing was said");
  return result_.said.back();
}

lines desk::choices() const {
  lines ids;
  if (result_.said.empty()) return ids;
  for (const auto& c : result_.said.back().choices) ids.push_back(c.id);
  return ids;
}

chat::person desk::staff(const std::string& name) {
  chat::person p{{}, name};
  for (std::size_t i = 0; i < name.size() && i < p.id.bytes.size(); ++i)
    p.id.bytes[i] = static_cast<std::uint8_t>(name[i]);
  return p;
}

request_id desk::fresh() {
  request_id id;
  id.bytes[0] = static_cast<std::uint8_t>(++ids_);
  id.bytes[1] = static_cast<std::uint8_t>(ids_ >> 8);
  return id;
}

}  // namespace frontdesk

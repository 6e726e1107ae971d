// SPDX-License-Identifier: Apache-2.0
// A clinic's desk for tests: one conversation driven by hand, with a clock that stands still, and
// what was said told by name ("handoff.waiting", "visit.book") rather than by its wording.
#pragma once
#include "chat/queue.hpp"
#include "chat/step.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace frontdesk {

using lines = std::vector<std::string>;

/// The name of what the desk said: a phrase key, else the topic answered, else "staff" or "?".
std::string name_of(const intent::rules& rules, const chat::message& m);

/// "2026-03-10T09:30" on the clinic's wall clock (America/New_York).
time_point clinic_time(std::string_view local);

class desk {
 public:
  explicit desk(intent::rules_ptr rules, std::string_view local = "2026-03-10T10:00");

  // Each returns whether the step was taken; `error()` says why not.
  bool visitor(std::string text) {
    return does(chat::visitor_says{next_id(), std::move(text), "", ""});
  }
  /// Taps a quick reply: its label is the text, as the widget sends it.
  bool taps(std::string choice);
  bool takes(const std::string& who) { return does(chat::staff_takes{staff(who)}); }
  bool releases(const std::string& who) { return does(chat::staff_releases{staff(who)}); }
  bool staff_says(const std::string& who, std::string text);
  bool staff_notes(const std::string& who, std::string text);
  bool closes(const std::string& who) { return does(chat::staff_closes{staff(who)}); }
  bool proposes(const std::string& who, const std::vector<std::string>& local_times);
  bool confirms(const std::string& who, std::string_view local_time);
  bool declines(const std::string& who);
  bool clears_alert(const std::string& who) { return does(chat::staff_clears_alert{staff(who)}); }
  bool minutes_pass(int minutes);
  bool does(const chat::command& what);

  desk& staff_online(bool on);
  /// Whether the holder has a console open.
  desk& holder_online(bool on);
  desk& at(std::string_view local);
  desk& language(intent::language l);

  /// The names of what was said in the last turn, without the visitor's and staff's own words.
  lines said() const;
  /// The last message of the last turn that is not the visitor's own. Precondition: there is one.
  const chat::message& last() const;
  lines choices() const;
  std::vector<conversation_id> queue() const { return queue_.in_order(); }
  conversation_id conversation() const { return id_; }
  const chat::state& state() const { return result_.state; }
  const chat::step_result& result() const { return result_; }
  const std::vector<chat::message>& all() const { return all_; }
  error_code error() const { return error_; }
  const intent::rules& rules() const { return *rules_; }
  static chat::person staff(const std::string& name);

 private:
  std::string next_id() { return "v" + std::to_string(++ids_); }
  request_id fresh();

  intent::rules_ptr rules_;
  manual_clock clock_;
  bool staff_online_ = true, holder_online_ = true;
  conversation_id id_;
  chat::waiting_queue queue_;
  chat::step_result result_;
  std::vector<chat::message> all_;
  error_code error_;
  int ids_ = 0;
};

}  // namespace frontdesk

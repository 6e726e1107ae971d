// SPDX-License-Identifier: Apache-2.0
// The state of one conversation: everything `step` needs besides the command, the clock and the
// rules.
#pragma once
#include "booking/wishes.hpp"
#include "chat/message.hpp"

#include <optional>
#include <string>
#include <vector>

namespace frontdesk::chat {

enum class status : std::uint8_t { bot, waiting, staff, closed };

enum class alert : std::uint8_t { none, self_harm, emergency, misuse, after_infusion };

/// The consultation request while it is being filled in. What is unset is asked, in this order.
struct form {
  std::optional<std::string> name, contact, times;
  std::optional<bool> returning;
  bool returning_skipped = false;  ///< asked, and the visitor would rather not say
  /// `nothing` while not confirming: the form rests (a person was asked for, or a crisis came
  /// between) and goes on where it was when the visitor asks for a visit again.
  booking::expected asked = booking::expected::nothing;
  bool confirming = false;  ///< the summary has been shown and waits for a yes
  int misses = 0;           ///< answers in a row that were not understood; a person is offered at 2
};

/// A consultation request that has been sent to staff.
struct request {
  request_id id;
  request_status status = request_status::open;
  std::string name, contact, times;
  std::optional<bool> returning;
  time_point created_at;
  std::vector<proposed_time> proposed;
  std::optional<time_point> appointment;
};

struct state {
  chat::status status = chat::status::bot;
  std::uint64_t last_seq = 0;
  intent::language language = intent::language::en;
  bool language_chosen =
      false;  ///< by the visitor's page or own words; else it follows the messages
  std::string notice_accepted;  ///< version of the privacy notice
  std::string page;             ///< title of the page the chat began on
  time_point started_at{}, last_at{};
  std::optional<time_point> waiting_since;
  bool wait_told = false;        ///< has been told that nobody came yet; reset with waiting_since
  bool taking_message = false;   ///< the next text is a message for staff
  bool message_left = false;     ///< waits for an answer to a message that was left, not at the
                                 ///< screen: nobody promised to come, so no position is shown
  std::optional<person> holder;  ///< the member of staff who has it (status staff)
  chat::alert alert = chat::alert::none;  ///< until staff clear it
  std::optional<std::string> after;       ///< the topic answered last
  std::vector<std::string> offered;       ///< topics of a "did you mean" that waits for an answer
  int fallbacks = 0;                      ///< in a row
  std::optional<chat::form> form;
  std::optional<chat::request> request;  ///< the newest
  std::optional<std::string> visitor;    ///< the name, once given
  int rating = 0;                        ///< 1 to 5; 0 none
  std::uint64_t read_by_visitor = 0, read_by_staff = 0;
};

}  // namespace frontdesk::chat

// SPDX-License-Identifier: Apache-2.0
// A message of a conversation, as stored and as shown.
#pragma once
#include "base/clock.hpp"
#include "base/ids.hpp"
#include "intent/answers.hpp"
#include "intent/reading.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace frontdesk::chat {

enum class author : std::uint8_t { visitor, bot, staff, system };

/// Staff as a conversation sees them.
struct person {
  person_id id;
  std::string name;
  bool operator==(const person&) const = default;
};

struct link {
  std::string label, href;
};
/// Somebody may be in danger: tappable numbers.
struct crisis_card {
  std::string topic, title;
  std::vector<link> actions;
};
struct field {
  std::string label, value;
};
enum class request_status : std::uint8_t { open, proposed, confirmed, declined, withdrawn };
/// The consultation request as the visitor confirmed it.
struct request_card {
  request_id request;
  request_status status = request_status::open;
  std::vector<field> fields;
};
struct proposed_time {
  std::string id;  ///< "1", "2", "3"
  time_point at;
  std::string label;  ///< in the visitor's language and the clinic's zone
};
struct proposal_card {
  request_id request;
  std::vector<proposed_time> times;
};
struct appointment_card {
  request_id request;
  time_point at;
  std::string label;
};
using card = std::variant<crisis_card, request_card, proposal_card, appointment_card>;

/// Why the bot said what it said: kept for ever, shown to staff, never sent to the visitor.
struct why {
  long revision = 0;
  std::string topic;    ///< empty: none
  std::string outcome;  ///< answer, clarify, fallback, safety, form, staff
  double confidence = 0;
  std::vector<intent::word_weight> words;
  std::vector<intent::scored> candidates;
  std::vector<intent::repair> repairs;
  std::string family;
};

struct message {
  std::uint64_t seq = 0;  ///< gapless per conversation, from 1; notes take numbers too and are
                          ///< skipped for the visitor
  author from = author::visitor;
  std::string text;
  time_point at;
  std::string id;               ///< the sender's own id (visitor and staff), at most 64 bytes
  std::string choice;           ///< the quick reply that was tapped, if any
  std::optional<person> staff;  ///< who wrote it, for author::staff
  bool note = false;            ///< private to staff
  std::vector<intent::choice> choices;
  std::vector<intent::source> sources;
  std::optional<intent::review> review;
  std::optional<chat::card> card;
  std::string help;  ///< one quiet line on where help is
  std::optional<chat::why> why;
};

}  // namespace frontdesk::chat

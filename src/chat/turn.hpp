// SPDX-License-Identifier: Apache-2.0
// One turn while it is made: the state as it changes, and what has been said so far. The other
// files of this folder are functions on a turn.
#pragma once
#include "chat/step.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace frontdesk::chat {

/// Placeholder and what stands for it: {"time", "Monday, March 9 at 9:00 AM"}.
using filling = std::pair<std::string_view, std::string>;

class turn {
 public:
  turn(const state& before, const surroundings& around, const request_id& fresh);

  chat::state now;  ///< the state as it is at this point of the turn
  bool alert_raised = false, request_changed = false;

  const intent::rules& rules() const { return *around_.rules; }
  const surroundings& around() const { return around_; }
  /// An id for a request that this turn makes. Each turn makes at most one.
  const request_id& fresh() const { return fresh_; }
  bool bot_holds() const { return now.status == status::bot || now.status == status::waiting; }

  /// Appends a message with the next seq. The reference holds until the next one is added.
  message& add(author from, std::string text);
  /// Precondition: the bot holds, or the message is about safety.
  message& bot(std::string text) { return add(author::bot, std::move(text)); }
  /// A fixed sentence, in the conversation's language.
  message& bot_phrase(std::string_view key, const std::vector<filling>& with = {});
  message& system_phrase(std::string_view key, const std::vector<filling>& with = {});
  std::string phrase(std::string_view key, const std::vector<filling>& with = {}) const;
  /// In the clinic's zone, which is named: the visitor may read it elsewhere.
  std::string spoken(time_point t) const;
  intent::choice choice(std::string_view id) const;
  std::vector<intent::choice> choices(const std::vector<std::string>& ids) const;

  /// What answers are chosen by.
  intent::conditions conditions() const;
  /// How many messages this turn has so far.
  std::size_t said_count() const { return said_.size(); }
  /// The one quiet line on where help is, on the message with that index, if there is one.
  void add_help(std::size_t index);

  step_result finish(const state& before) &&;

 private:
  surroundings around_;
  request_id fresh_;
  std::vector<message> said_;
};

}  // namespace frontdesk::chat

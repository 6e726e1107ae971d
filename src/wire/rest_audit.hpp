// SPDX-License-Identifier: Apache-2.0
// REST answers on the audit trail.
#pragma once
#include "chat/message.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace frontdesk::wire {

/// An entry of the trail (`AuditEntry` of the contract): never text of a message or contact data.
struct audit_line {
  time_point at;
  std::optional<chat::person> by;  ///< nothing: the visitor, the program, or whoever is not known
  std::string what;                ///< a word of the contract's list
  std::string about;  ///< id of a person or conversation, a revision's number; or empty
  std::string name;   ///< of the person it is about; empty: about something else
};
/// `next` empty: that was all.
std::string encode_audits(std::span<const audit_line> items, std::string_view next);

}  // namespace frontdesk::wire

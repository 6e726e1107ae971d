// SPDX-License-Identifier: Apache-2.0
// `Settings` of the contract: what the widget has to know about the clinic, out of the rules.
#pragma once
#include "intent/rules.hpp"

#include <optional>
#include <string>

namespace frontdesk::wire {

struct clinic_now {
  bool open = false, staff_online = false;
  std::optional<time_point> opens_at;
};
std::string encode_settings(
    const intent::rules& rules, intent::language locale, const clinic_now& now, std::size_t text_max
);

}  // namespace frontdesk::wire

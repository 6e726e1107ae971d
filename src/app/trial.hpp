// SPDX-License-Identifier: Apache-2.0
// What the desk would do with one message, alone in a fresh conversation: the same step that
// answers visitors, so that a trial cannot say something else than the desk.
#pragma once
#include "intent/rules.hpp"
#include "wire/rest_rules.hpp"

#include <optional>
#include <string>

namespace frontdesk::app {

wire::trial try_message(
    const intent::rules& rules,
    std::string text,
    std::optional<intent::language> in,
    time_point now,
    bool staff_online
);

}  // namespace frontdesk::app

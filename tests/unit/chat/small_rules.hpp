// SPDX-License-Identifier: Apache-2.0
// A rules model of a dozen topics that trains in milliseconds, for stories about the machine rather
// than about the shipped words. Each phrase says its own key.
#pragma once
#include "intent/rules.hpp"

namespace frontdesk::chat {

/// `hours`: Monday to Friday, 9 to 5; else opening hours are not known.
intent::rules_ptr small_rules(bool hours = true);

}  // namespace frontdesk::chat

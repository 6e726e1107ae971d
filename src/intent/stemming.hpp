// SPDX-License-Identifier: Apache-2.0
// Snowball stems with a small cache per thread.
#pragma once
#include "intent/model.hpp"

#include <string>
#include <string_view>

namespace frontdesk::intent {

/// The stems of a normal form in every language. Any thread.
const by_language<std::string>& stems(const std::string& normal);

}  // namespace frontdesk::intent

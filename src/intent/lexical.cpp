// SPDX-License-Identifier: Apache-2.0
#include "intent/lexical.hpp"

namespace frontdesk::intent::lexical {

const std::int8_t* find(std::string_view) { return nullptr; }
bool is_word(std::string_view) { return false; }

}  // namespace frontdesk::intent::lexical

// SPDX-License-Identifier: Apache-2.0
#include "intent/reading.hpp"

namespace frontdesk::intent {

safety_verdict read_safety(const rules&, std::string_view) { return {}; }

}  // namespace frontdesk::intent

// SPDX-License-Identifier: Apache-2.0
#include "chat/heard.hpp"

namespace frontdesk::chat {

heard hear(const turn& t, std::string_view text) {
  return {text, intent::read_safety(t.rules(), text)};
}

intent::reading read(const turn& t, const heard& said) {
  return intent::read(t.rules(), said.text(), {t.now.language, t.now.after}, said.danger());
}

intent::explanation explain(const turn& t, const heard& said) {
  return intent::explain(t.rules(), said.text(), {t.now.language, t.now.after}, said.danger());
}

}  // namespace frontdesk::chat

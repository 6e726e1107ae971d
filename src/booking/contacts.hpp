// SPDX-License-Identifier: Apache-2.0
// Phone numbers and e-mail addresses in a message, with the words they take up.
#pragma once
#include "booking/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace frontdesk::booking {

/// What was found, and the words [first, last) it was made of.
struct located {
  std::string value;
  std::size_t first = 0, last = 0;
  std::string extension;  ///< of a phone number, digits
};

/// E.164. A US number needs ten digits and an area code and exchange of 2 to 9 first (North
/// American Numbering Plan); other countries need the plus sign. Digits may be spoken ("four one
/// oh"), and so may what parts them ("dash", "punto").
std::optional<located> find_phone(std::string_view text, const std::vector<word>& words);
/// Written or spoken ("ana at gmail dot com", "ana arroba gmail punto com").
std::optional<located> find_email(std::string_view text, const std::vector<word>& words);

}  // namespace frontdesk::booking

// SPDX-License-Identifier: Apache-2.0
#include "booking/zone.hpp"

#include <date/tz.h>

#include <stdexcept>

namespace frontdesk::booking {
namespace chrono = std::chrono;

chrono::local_time<chrono::minutes> wall_clock(time_point t, std::string_view zone) {
  chrono::seconds offset{0};
  try {
    const auto at = chrono::floor<chrono::seconds>(t);
    offset = date::locate_zone(std::string{zone})->get_info(at).offset;
  } catch (const std::runtime_error&) {
    // An unknown zone, or no zone files on this machine: UTC (see the header).
  }
  return chrono::local_time<chrono::minutes>{
      chrono::floor<chrono::minutes>(t.time_since_epoch() + offset)};
}

std::string zone_word(time_point t, std::string_view zone) {
  std::string word = "UTC";
  try {
    const auto at = chrono::floor<chrono::seconds>(t);
    const date::sys_info info = date::locate_zone(std::string{zone})->get_info(at);
    const bool offset = info.abbrev.starts_with('+') || info.abbrev.starts_with('-');
    if (!offset) word.clear();
    word += info.abbrev;
  } catch (const std::runtime_error&) {
    // As above.
  }
  return word;
}

std::string readable_contact(std::string_view contact) {
  if (!contact.starts_with("+1") || contact.size() < 12) return std::string{contact};
  std::string text = "(";
  text.append(contact.substr(2, 3)).append(") ").append(contact.substr(5, 3));
  return text.append("-").append(contact.substr(8));
}

}  // namespace frontdesk::booking

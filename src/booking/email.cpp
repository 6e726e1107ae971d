// SPDX-License-Identifier: Apache-2.0
#include "booking/contacts.hpp"

#include <algorithm>

namespace frontdesk::booking {
namespace {

// How a word is joined to the one before it in an address, written or spoken.
enum class joint : unsigned char { none, at, dot, dash, underscore };

std::string_view between(std::string_view text, const std::vector<word>& words, std::size_t i) {
  return i == 0 ? std::string_view{}
                : text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
}

bool top_level(std::string_view w) {
  return is_one_of(
      w,
      {"com", "org", "net", "edu", "gov", "us", "mil", "co", "es", "mx", "io", "info", "me", "biz"}
  );
}
bool provider(std::string_view w) {
  return is_one_of(
      w,
      {"gmail",
       "yahoo",
       "hotmail",
       "outlook",
       "icloud",
       "aol",
       "live",
       "msn",
       "comcast",
       "verizon",
       "protonmail",
       "proton",
       "ymail",
       "att"}
  );
}

bool spaces_only(std::string_view s) {
  return s.find_first_not_of(" \t") == std::string_view::npos;
}

// What the characters between two words join them by, spaces around the sign allowed for `@` only:
// "ana @ gmail.com" is an address, "at noon. Com" is none.
joint written_joint(std::string_view gap, std::string_view before, std::string_view next) {
  const auto at = gap.find('@');
  if (at != std::string_view::npos && spaces_only(gap.substr(0, at)) &&
      spaces_only(gap.substr(at + 1)))
    return joint::at;
  if (gap == ".") return joint::dot;
  // A slip of the finger that everybody makes on a phone.
  const bool slip = gap == "," || gap == ". " || gap == " .";
  if (slip && top_level(next) && before.back() > '9') return joint::dot;
  if (gap == "-") return joint::dash;
  if (gap == "_") return joint::underscore;
  return joint::none;
}

joint joint_before(std::string_view text, const std::vector<word>& words, std::size_t i) {
  return written_joint(between(text, words, i), words[i - 1].folded, words[i].folded);
}

joint spoken_joint(const word& w) {
  if (is_one_of(w.folded, {"at", "arroba"})) return joint::at;
  if (is_one_of(w.folded, {"dot", "punto"})) return joint::dot;
  if (is_one_of(w.folded, {"dash", "hyphen", "guion"})) return joint::dash;
  if (is_one_of(w.folded, {"underscore"})) return joint::underscore;
  return joint::none;
}

char sign(joint j) {
  switch (j) {
    case joint::at:
      return '@';
    case joint::dot:
      return '.';
    case joint::dash:
      return '-';
    case joint::underscore:
      return '_';
    case joint::none:
      break;
  }
  return ' ';
}

struct part {
  std::string text;
  std::size_t next;  // the word after it
};

// Words from `i` on, joined by dots, dashes or underscores, up to an `@` or the end of the address.
part chain(std::string_view text, const std::vector<word>& words, std::size_t i) {
  part p{std::string{words[i].written}, i + 1};
  while (p.next < words.size()) {
    auto j = joint_before(text, words, p.next);
    auto from = p.next;
    if (j == joint::none && spaces_only(between(text, words, p.next)) &&
        p.next + 1 < words.size()) {
      j = spoken_joint(words[p.next]);
      from = p.next + 1;
    }
    if (j == joint::none || j == joint::at) break;
    p.text += sign(j);
    p.text += words[from].written;
    p.next = from + 1;
  }
  return p;
}

// The word behind the `@` that follows the local part, or 0.
std::size_t behind_at(std::string_view text, const std::vector<word>& words, std::size_t next) {
  if (next >= words.size()) return 0;
  if (joint_before(text, words, next) == joint::at) return next;
  const bool spoken = spoken_joint(words[next]) == joint::at && next + 1 < words.size();
  return spoken ? next + 1 : 0;
}

std::string lower(std::string s) {
  std::transform(s.begin(), s.end(), s.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return s;
}

bool ends_in_top_level(std::string_view domain, bool written) {
  const auto dot = domain.rfind('.');
  if (dot == std::string_view::npos) return false;
  const auto end = domain.substr(dot + 1);
  const bool letters =
      std::all_of(end.begin(), end.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return top_level(end) || (written && letters && end.size() >= 2);
}

std::optional<located> address_at(
    std::string_view text, const std::vector<word>& words, std::size_t first
) {
  const auto local = chain(text, words, first);
  const auto host = behind_at(text, words, local.next);
  if (host == 0) return std::nullopt;
  auto domain = chain(text, words, host);
  const bool written = host == local.next;
  // "ana at gmail com": the dot was swallowed.
  if (provider(lower(domain.text)) && domain.next < words.size() &&
      top_level(words[domain.next].folded))
    domain.text += "." + words[domain.next++].folded;
  domain.text = lower(domain.text);
  if (!ends_in_top_level(domain.text, written)) return std::nullopt;
  return located{local.text + "@" + domain.text, first, domain.next, ""};
}

}  // namespace

std::optional<located> find_email(std::string_view text, const std::vector<word>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (auto found = address_at(text, words, i)) return found;
  }
  return std::nullopt;
}

}  // namespace frontdesk::booking

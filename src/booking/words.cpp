// SPDX-License-Identifier: Apache-2.0
#include "booking/words.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace frontdesk::booking {
namespace {

// The plain letter under an accent, for the letters of English and Spanish (Latin-1 is enough, and
// keeps ICU's normaliser and its data out of this folder).
UChar32 plain(UChar32 c) {
  static constexpr struct {
    UChar32 from, to;
  } table[] = {{0xE1, 'a'}, {0xE0, 'a'}, {0xE4, 'a'}, {0xE2, 'a'}, {0xE3, 'a'}, {0xE9, 'e'},
               {0xE8, 'e'}, {0xEB, 'e'}, {0xEA, 'e'}, {0xED, 'i'}, {0xEC, 'i'}, {0xEF, 'i'},
               {0xEE, 'i'}, {0xF3, 'o'}, {0xF2, 'o'}, {0xF6, 'o'}, {0xF4, 'o'}, {0xF5, 'o'},
               {0xFA, 'u'}, {0xF9, 'u'}, {0xFC, 'u'}, {0xFB, 'u'}, {0xF1, 'n'}, {0xE7, 'c'}};
  const auto lower = u_tolower(c);
  for (const auto& [from, to] : table) {
    if (lower == from) return to;
  }
  return lower;
}

bool apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x60; }
bool combining(UChar32 c) { return c >= 0x300 && c <= 0x36F; }

void append(std::string& out, UChar32 c) {
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, static_cast<std::uint32_t>(c));
  for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(bytes[i]);
}

struct reader {
  std::string_view text;
  std::size_t at = 0;

  bool done() const { return at >= text.size(); }
  UChar32 next() {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto i = static_cast<std::int64_t>(at);
    UChar32 c = 0;
    U8_NEXT(bytes, i, static_cast<std::int64_t>(text.size()), c);
    at = static_cast<std::size_t>(i);
    return c < 0 ? ' ' : c;
  }
  UChar32 peek() const {
    if (done()) return 0;
    reader ahead = *this;
    return ahead.next();
  }
};

}  // namespace

std::vector<word> split(std::string_view text) {
  std::vector<word> words;
  reader r{text};
  bool inside = false;
  while (!r.done()) {
    const auto start = r.at;
    const auto c = r.next();
    const bool colon_in_time = c == ':' && inside && u_isdigit(r.peek()) != 0 &&
                               u_isdigit(words.back().folded.back()) != 0;
    if (u_isalnum(c) != 0 || colon_in_time) {
      if (!inside) words.push_back({"", {}, start, start, false});
      append(words.back().folded, plain(c));
    } else if (!inside || (!apostrophe(c) && !combining(c))) {
      inside = false;
      const bool parts = c == ',' || c == '.' || c == ';' || c == '\n' || c == '!' || c == '?';
      if (parts && !words.empty()) words.back().comma_after = true;
      continue;
    }
    inside = true;
    words.back().end = r.at;
  }
  for (auto& w : words) w.written = text.substr(w.begin, w.end - w.begin);
  return words;
}

std::string folded(std::string_view text) {
  std::string all;
  for (const auto& w : split(text)) {
    if (!all.empty()) all += ' ';
    all += w.folded;
  }
  return all;
}

bool has_word(std::string_view text, std::initializer_list<std::string_view> any) {
  const auto words = split(text);
  return std::any_of(words.begin(), words.end(), [&](const word& w) {
    return is_one_of(w.folded, any);
  });
}

bool is_one_of(std::string_view what, std::initializer_list<std::string_view> of) {
  return std::find(of.begin(), of.end(), what) != of.end();
}

}  // namespace frontdesk::booking

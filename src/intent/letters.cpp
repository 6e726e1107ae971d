// SPDX-License-Identifier: Apache-2.0
#include "intent/letters.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <array>

namespace frontdesk::intent {
namespace {

letter_kind ascii_kind(char c) {
  switch (c) {
    case '\'':
    case '`':
      return letter_kind::joined;
    case '$':
      return letter_kind::alone;
    case ',':
    case ':':
    case '(':
    case ')':
    case '-':
    case '/':
      return letter_kind::comma;
    case '.':
    case '!':
    case ';':
    case '\n':
      return letter_kind::stop;
    case '?':
      return letter_kind::question;
    default:
      return letter_kind::space;
  }
}

struct ascii_table {
  std::array<char, 128> lower{};
  std::array<letter_kind, 128> kind{};
  ascii_table() {
    for (std::size_t i = 0; i < 128; ++i) {
      const char c = static_cast<char>(i);
      const bool upper = c >= 'A' && c <= 'Z';
      lower[i] = upper ? static_cast<char>(c + 32) : c;
      const bool word = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      kind[i] = word ? letter_kind::word : ascii_kind(c);
    }
  }
};

bool is_emoji(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
         u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR) != 0;
}

letter_kind punctuation_kind(UChar32 c) {
  switch (c) {
    case 0x2019:  // right single quotation mark: what phones write for an apostrophe
    case 0x2018:
    case 0x02BC:
    case 0x00B4:
      return letter_kind::joined;
    case 0x2026:  // …
    case 0x3002:
    case 0x2028:
    case 0x2029:
      return letter_kind::stop;
    case 0x061F:  // the Arabic question mark, and the wide one
    case 0xFF1F:
      return letter_kind::question;
    case 0x2013:
    case 0x2014:
      return letter_kind::comma;
    default:  // "¿" and "¡" too: what they open is a sentence, seen at its end
      return letter_kind::space;
  }
}

letter_kind kind_of(UChar32 c) {
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR ||
      u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER))
    return letter_kind::mark;
  if (u_isalnum(c) || type == U_COMBINING_SPACING_MARK || type == U_LETTER_NUMBER)
    return letter_kind::word;
  if (type == U_CURRENCY_SYMBOL || is_emoji(c)) return letter_kind::alone;
  return punctuation_kind(c);
}

// Compatibility decomposition, case folding, marks dropped. Character by character: no reordering
// can matter once marks are gone, so this is linear and keeps offsets.
struct folder {
  const UNormalizer2* nfkd = nullptr;
  std::array<char, 64> out{};
  std::size_t size = 0;
  folder() {
    UErrorCode status = U_ZERO_ERROR;
    nfkd = unorm2_getNFKDInstance(&status);
  }
  void put(UChar32 c) {
    if (kind_of(c) == letter_kind::mark || size + 4 > out.size()) return;
    auto* bytes = reinterpret_cast<std::uint8_t*>(out.data());
    const auto code = static_cast<std::uint32_t>(c);
    U8_APPEND_UNSAFE(bytes, size, code);
  }
  std::string_view fold(UChar32 c) {
    size = 0;
    std::array<UChar, 20> apart{};
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t n = -1;
    if (nfkd) n = unorm2_getDecomposition(nfkd, c, apart.data(), apart.size(), &status);
    if (n < 0 || U_FAILURE(status)) {
      put(u_foldCase(c, U_FOLD_CASE_DEFAULT));
    } else {
      for (std::int32_t i = 0; i < n; ++i) {
        std::uint32_t part = apart[static_cast<std::size_t>(i)];
        if (part >= 0xD800 && part < 0xDC00 && i + 1 < n) {  // a surrogate pair
          const std::uint32_t low = apart[static_cast<std::size_t>(++i)];
          part = 0x10000 + ((part - 0xD800) << 10) + (low - 0xDC00);
        }
        put(u_foldCase(static_cast<UChar32>(part), U_FOLD_CASE_DEFAULT));
      }
    }
    return {out.data(), size};
  }
};

}  // namespace

letter read_letter(std::string_view text, std::size_t at) {
  static const ascii_table ascii;
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    const auto kind = ascii.kind[first];
    if (kind != letter_kind::word && kind != letter_kind::alone) return {kind, 1, {}};
    return {kind, 1, {&ascii.lower[first], 1}};
  }
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto i = static_cast<std::int64_t>(at);
  UChar32 c = 0;
  U8_NEXT(bytes, i, static_cast<std::int64_t>(text.size()), c);
  if (c < 0) return {};
  letter l{kind_of(c), static_cast<std::uint8_t>(i - static_cast<std::int64_t>(at)), {}};
  static thread_local folder fold;
  if (l.is == letter_kind::word || l.is == letter_kind::alone) l.folded = fold.fold(c);
  return l;
}

}  // namespace frontdesk::intent

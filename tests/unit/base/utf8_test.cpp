// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"

#include "base/error.hpp"
#include "base/ids.hpp"

#include <catch2/catch.hpp>

#include <tuple>

using namespace frontdesk;

TEST_CASE("well-formed text is told from malformed bytes", "[utf8]") {
  const auto [text, good] = GENERATE(table<std::string, bool>({
      {"", true},
      {"hello", true},
      {"¿cuánto dura?", true},
      {"🙂 עברית", true},
      {"\xC0\xAF", false},          // overlong
      {"\xED\xA0\x80", false},      // surrogate
      {"\xF4\x90\x80\x80", false},  // past U+10FFFF
      {"cut \xE2\x82", false},
      {"\xFF", false},
      {"\x80", false},
  }));
  CHECK(utf8::valid(text) == good);
}

TEST_CASE("length and prefix count code points, not bytes", "[utf8]") {
  CHECK(utf8::length("añ🙂") == 3);
  CHECK(utf8::prefix("añ🙂", 2) == "añ");
  CHECK(utf8::prefix("añ🙂", 9) == "añ🙂");
  CHECK(utf8::prefix("añ🙂", 0).empty());
}

TEST_CASE("an id is written as 32 hexadecimal digits and read back", "[ids]") {
  const auto id = conversation_id::random();
  CHECK(id.text().size() == 32);
  CHECK(conversation_id::parse(id.text()) == id);
  CHECK_FALSE(conversation_id::parse("xyz").has_value());
  CHECK_FALSE(conversation_id::parse(id.text() + "0").has_value());
  CHECK_FALSE(id.empty());
}

TEST_CASE("every failure has a sentence and a class", "[error]") {
  for (int i = 1; i <= static_cast<int>(errc::input_output); ++i) {
    const auto e = static_cast<errc>(i);
    CHECK(make_error_code(e).message() != "unknown");
    const auto c = class_of(e);
    CHECK((c == error_class::client || c == error_class::busy || c == error_class::ours));
  }
}

// SPDX-License-Identifier: Apache-2.0
#include "net/outbox.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk::net;

namespace {

shared_text text(std::size_t size) { return std::make_shared<const std::string>(size, 'x'); }
std::string bytes_of(outbox& box) {
  std::string out;
  for (const auto& b : box.next()) out.append(static_cast<const char*>(b.data()), b.size());
  return out;
}

}  // namespace

TEST_CASE("frames that wait leave together and in order", "[outbox]") {
  outbox box{1000};
  box.push(std::make_shared<const std::string>("one"));
  box.push_raw("\x89");
  box.push(std::make_shared<const std::string>("three"));
  CHECK(bytes_of(box) == "\x81\x03one\x89\x81\x05three");
  box.push(std::make_shared<const std::string>("late"));  // while the first three are written
  box.wrote();
  CHECK(bytes_of(box) == "\x81\x04late");
  box.wrote();
  CHECK(box.empty());
  CHECK(box.bytes() == 0);
}

TEST_CASE("the length of a frame is written in as few bytes as it takes", "[outbox]") {
  outbox box{200'000};
  box.push(text(125));
  CHECK(bytes_of(box).substr(0, 2) == std::string{"\x81\x7d"});
  box.clear();
  box.push(text(126));
  CHECK(bytes_of(box).substr(0, 4) == std::string{"\x81\x7e\x00\x7e", 4});
  box.clear();
  box.push(text(65536));
  CHECK(bytes_of(box).substr(0, 10) == std::string{"\x81\x7f\0\0\0\0\0\x01\0\0", 10});
}

TEST_CASE("beyond its bound a frame is refused and what waits stays as it is", "[outbox]") {
  outbox box{100};
  CHECK(box.push(text(90)));
  CHECK_FALSE(box.push(text(90)));
  CHECK(box.bytes() == 92);
  box.next();
  box.wrote();
  CHECK(box.push(text(90)));
}

TEST_CASE("a text is shared, not copied, by all who get it", "[outbox]") {
  outbox one{1000}, two{1000};
  const auto shared = text(500);
  one.push(shared);
  two.push(shared);
  CHECK(one.next().at(1).data() == two.next().at(1).data());
}

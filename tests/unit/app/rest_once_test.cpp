// SPDX-License-Identifier: Apache-2.0
// Idempotency-Key where it is hard to reach over a socket: the store fails, the day is over.
#include "unit/app/desk.hpp"

#include <boost/json/serialize.hpp>

using namespace frontdesk;
using namespace frontdesk::app;
using Catch::Contains;

namespace {

struct admin_desk : desk {
  admin_desk() : ana(hire("ana", true)) { sign_in_as(ana); }
  net::http_response invite(const std::string& username, const std::string& key) {
    const boost::json::object who{{"name", "Ben"}, {"username", username}, {"role", "staff"}};
    const net::fields headers{{"x-frontdesk", "1"}, {"idempotency-key", key}};
    return call("POST", "/v1/people", boost::json::serialize(who), headers);
  }
  std::size_t invited() { return stored.kept().people.size() - 1; }
  store::person_record ana;
};

}  // namespace

TEST_CASE("a repeat gets the answer again, and the trail has it once", "[rest]") {
  admin_desk d;
  const auto first = d.invite("ben", "k");
  REQUIRE(first.status == 201);
  const auto again = d.invite("ben", "k");
  CHECK(again.status == 201);
  CHECK(again.body == first.body);
  CHECK(d.header(again, "Content-Type") == "application/json");
  CHECK(d.invited() == 1);
  CHECK(d.audited() == std::vector<std::string>{"person.invited"});
  CHECK(d.invite("eve", "k").status == 422);
}

TEST_CASE("what was done is told as done, also when its answer cannot be kept", "[rest]") {
  admin_desk d;
  // The login, its person; begun; people, the person, the link; then the answer.
  d.stored.fail_after(6);
  CHECK(d.invite("ben", "k").status == 201);
  d.stored.fail_after(-1);
  const auto again = d.invite("ben", "k");
  CHECK(again.status == 409);
  CHECK_THAT(d.json(again).at("detail").as_string().c_str(), Contains("has not ended"));
  CHECK(d.header(again, "Retry-After") == "1");
  d.stored.kept().once.clear();
  const auto taken = d.invite("ben", "k");
  CHECK(taken.status == 409);
  CHECK(d.header(taken, "Retry-After").empty());
  CHECK(d.invited() == 1);
}

TEST_CASE("whichever call of the store fails, nobody is invited twice", "[rest]") {
  for (int good_calls = 0; good_calls < 8; ++good_calls) {
    admin_desk d;
    d.stored.fail_after(good_calls);
    const auto first = d.invite("ben", "k");
    d.stored.fail_after(-1);
    INFO(good_calls << ": " << first.status);
    const auto again = d.invite("ben", "k");
    CHECK(d.invited() <= 1);
    if (first.status == 201 && again.status == 201) CHECK(first.body == again.body);
    if (good_calls < 3) CHECK(again.status == 201);  // nothing had begun
  }
}

TEST_CASE("the day after, a key is as new", "[rest]") {
  admin_desk d;
  REQUIRE(d.invite("ben", "k").status == 201);
  d.time.advance(std::chrono::hours{24});
  d.sign_in_as(d.ana);
  CHECK(d.invite("eve", "k").status == 201);
}

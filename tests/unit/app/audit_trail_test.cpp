// SPDX-License-Identifier: Apache-2.0
// The audit trail and what it records: whichever call of the store fails, neither is there without
// the other.
#include "unit/app/hub_desk.hpp"
#include "unit/app/published_desk.hpp"

#include <boost/json/serialize.hpp>

using namespace frontdesk;
using namespace frontdesk::app;
using words = std::vector<std::string>;

namespace {

constexpr const char* password = "correct horse battery";

struct deed {
  const char *method, *path;
  boost::json::object body;
  std::function<bool(const store::memory&)> done;
  words noted;
};

bool link_there(const store::memory& m) { return !m.links.empty(); }

// Ana does it, to Ben or to herself; {ben} in the path is his id.
const deed deeds[] = {
    {"POST",
     "/v1/people",
     {{"name", "Eve"}, {"username", "eve"}, {"role", "staff"}},
     [](const auto& m) { return m.people.size() == 3; },
     {"person.invited"}},
    {"PATCH",
     "/v1/people/{ben}",
     {{"name", "Benno"}, {"disabled", true}},
     [](const auto& m) {
       return std::any_of(m.people.begin(), m.people.end(), [](const auto& p) {
         return p.second.disabled;
       });
     },
     {"person.renamed", "person.disabled"}},
    {"POST", "/v1/people/{ben}/reset", {}, link_there, {"person.reset"}},
    {"POST",
     "/v1/password",
     {{"old", password}, {"new", "a longer one than that"}},
     [](const auto& m) {
       std::set<std::string> different;
       for (const auto& [id, p] : m.people) different.insert(p.password);
       return different.size() == 2;
     },
     {"password.changed"}},
    {"POST",
     "/v1/session",
     {{"username", "ana"}, {"password", password}},
     [](const auto& m) { return m.logins.size() == 2; },
     {"login"}},
    {"DELETE", "/v1/session", {}, [](const auto& m) { return m.logins.empty(); }, {"logout"}},
};

}  // namespace

TEST_CASE("what is done to people is in the trail, and nothing else is", "[rest]") {
  const auto& what = deeds[GENERATE(range(0, 6))];
  bool whole = false;
  for (int good_calls = 0; !whole && good_calls < 16; ++good_calls) {
    app::desk d;
    const auto ana = d.hire("ana", true), ben = d.hire("ben", false);
    d.sign_in_as(ana);
    std::string path = what.path;
    if (const auto at = path.find("{ben}"); at != path.npos) path.replace(at, 5, ben.id.text());
    d.stored.fail_after(good_calls);
    const auto answer = d.call(what.method, path, boost::json::serialize(what.body));
    const bool done = what.done(d.stored.kept());
    INFO(what.method << ' ' << path << " after " << good_calls << " calls: " << answer.status);
    CHECK(d.audited() == (done ? what.noted : words{}));
    whole = answer.status < 300;
    if (whole) CHECK(done);
  }
  CHECK(whole);
}

TEST_CASE("a revision is in the trail, and none that is not there", "[rules]") {
  bool whole = false;
  for (int good_calls = 0; !whole && good_calls < 12; ++good_calls) {
    published_desk d;
    d.sign_in_as(d.hire("ana", true));
    d.stored.fail_after(good_calls);
    const auto answer = d.call(
        "POST",
        "/v1/rules/publish",
        R"({"draft": {"facts": {"phone": "410-555-0100"}}, "note": "why"})",
        {{"x-frontdesk", "1"}, {"if-match", "\"1\""}}
    );
    words wanted{"rules.taken_up"};
    if (d.stored.kept().revisions.size() == 2) wanted.emplace_back("rules.published");
    INFO("after " << good_calls << " calls: " << answer.status);
    CHECK(d.audited() == wanted);
    if (wanted.size() == 2) CHECK(d.stored.kept().audits.back().about == "2");
    whole = answer.status == 200;
  }
  CHECK(whole);
}

TEST_CASE("what staff do with a conversation is in the trail once", "[hub]") {
  hub_desk d;
  test_console screen;
  const auto ana = d.staff("Ana", screen), ben = d.staff("Ben", screen);
  test_page page;
  const auto id = d.visitor(page);
  d.says(id, "m1", "a person", &page);
  d.stored.fail_after(0);
  CHECK(d.does(id, chat::staff_takes{ana}).failure == errc::storage);
  CHECK(d.kept->audits.empty());
  d.stored.fail_after(-1);
  for (const auto& who : {ana, ana, ben}) {  // Ana's console repeats what it has no answer to
    std::optional<outcome> got;
    const auto key = "take of " + who.name;
    d.desk.submit(
        id, chat::staff_takes{who}, nullptr, [&got](const outcome& o) { got = o; }, key
    );
    d.settle();
    CHECK(got->failure == (who == ben ? make_error_code(errc::conflict) : error_code{}));
  }
  d.does(id, chat::staff_says{ana, "s1", "Hello."});
  REQUIRE(d.kept->audits.size() == 1);
  const auto& entry = d.kept->audits.front();
  CHECK(entry.what == "conversation.taken");
  CHECK(entry.who == ana.id);
  CHECK(entry.about == id.text());
  CHECK(entry.at == d.time.now());
}

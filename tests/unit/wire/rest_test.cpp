// SPDX-License-Identifier: Apache-2.0
// What REST says fits the schema from which the pages' types are made.
#include "schema.hpp"
#include "wire/kept_answer.hpp"
#include "wire/rest_audit.hpp"
#include "wire/rest_lists.hpp"
#include "wire/rest_people.hpp"
#include "wire/rest_rules.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk;

namespace {

const auto noon = *from_iso("2026-03-10T12:00:00.123Z");

std::string fault(const char* name, const std::string& text) {
  static schema::checker checker;
  return checker.fault("rest.schema.json", name, text);
}

wire::member ana(bool with_login) {
  wire::member m;
  m.id = person_id::random();
  m.name = "Ana \"Ruiz\"";
  m.username = "ana";
  m.admin = true;
  if (with_login) m.last_login = noon;
  return m;
}

wire::revision_line a_revision(bool by_hand) {
  wire::revision_line r;
  r.number = 7;
  r.at = noon;
  r.note = "prices";
  r.summary = "facts: price";
  if (!by_hand) r.by = chat::person{person_id::random(), "Ana"};
  return r;
}

}  // namespace

TEST_CASE("people fit the contract", "[rest]") {
  const bool with_login = GENERATE(true, false);
  const std::vector<wire::member> all{ana(with_login), ana(!with_login)};
  CHECK(fault("Me", wire::encode_me(all[0])) == "");
  CHECK(fault("Member", wire::encode_member(all[0])) == "");
  CHECK(fault("MemberPage", wire::encode_members(all)) == "");
  CHECK(fault("MemberLink", wire::encode_invited(all[0], "https://x/console/invite#t")) == "");
  CHECK(fault("ResetLink", wire::encode_link("https://x/console/invite#t")) == "");
}

TEST_CASE("lists of conversations and requests fit the contract", "[rest]") {
  wire::kept_state kept;
  kept.state.started_at = kept.state.last_at = noon;
  kept.last.emplace().at = noon;
  kept.last->seq = 1;
  kept.state.request.emplace().created_at = noon;
  wire::summary s;
  s.id = conversation_id::random();
  s.kept = &kept;
  chat::message said;
  said.seq = 1;
  said.text = "hello";
  said.at = noon;
  const std::vector<wire::summary> items{s};
  const std::vector<chat::message> messages{said};
  CHECK(fault("ConversationPage", wire::encode_summaries(items, "")) == "");
  CHECK(fault("ConversationPage", wire::encode_summaries(items, "1.2")) == "");
  CHECK(fault("RequestPage", wire::encode_requests(items, "")) == "");
  CHECK(fault("ConversationRecord", wire::encode_conversation(s, messages)) == "");
}

TEST_CASE("findings and revisions fit the contract", "[rest]") {
  intent::finding f;
  f.at.file = "visit.json";
  f.sentence = "A sentence.";
  const std::vector<intent::finding> findings{f};
  CHECK(fault("CheckResult", wire::encode_findings(findings)) == "");
  CHECK(wire::findings_member(findings).starts_with("\"findings\":["));
  const std::vector<wire::revision_line> lines{a_revision(true), a_revision(false)};
  CHECK(fault("RevisionPage", wire::encode_revisions(lines, "6")) == "");
  const std::vector<wire::rules_change> changes{{"facts/price", nullptr, "99"}};
  CHECK(fault("RevisionRecord", wire::encode_revision(lines[1], changes)) == "");
  CHECK(fault("Published", wire::encode_published(8)) == "");
}

TEST_CASE("the audit trail fits the contract", "[rest]") {
  wire::audit_line known, unknown;
  known.at = unknown.at = noon;
  known.by = chat::person{person_id::random(), "Ana"};
  known.what = "person.made_admin";
  known.about = person_id::random().text();
  known.name = "Ben";
  unknown.what = "login.failed";
  const std::vector<wire::audit_line> lines{known, unknown};
  CHECK(fault("AuditPage", wire::encode_audits(lines, "")) == "");
  CHECK(fault("AuditPage", wire::encode_audits(lines, "17")) == "");
  CHECK(fault("AuditPage", wire::encode_audits({}, "")) == "");
  known.what = "person.danced";
  CHECK(fault("AuditPage", wire::encode_audits(std::vector{known}, "")) != "");
}

TEST_CASE("an answer that is kept comes back as it was", "[rest]") {
  wire::kept_answer answer;
  answer.status = 201;
  answer.headers = {{"ETag", "\"7\""}, {"Content-Type", "application/json"}};
  answer.body = R"({"link":"https://x/console/invite#t","name":"López \"Ana\""})";
  const auto back = wire::answer_from_stored(wire::to_stored(answer)).value();
  CHECK(back.status == answer.status);
  CHECK(back.headers == answer.headers);
  CHECK(back.body == answer.body);
  for (const auto* bad : {"", "[]", "{}", R"({"status":"x"})"}) {
    CHECK(wire::answer_from_stored(bad).error() == errc::damaged);
  }
}

TEST_CASE("the checker sees what a page would not expect", "[rest]") {
  CHECK(fault("Me", R"({"id":"1","name":"A","username":"a","role":"staff"})") == "");
  CHECK(fault("Me", R"({"id":"1","name":"A","username":"a","role":"staff","x":1})") != "");
  CHECK(fault("Me", R"({"id":"1","name":"A","username":"a","role":"owner"})") != "");
  CHECK(fault("Published", R"({"revision":"7"})") != "");
  CHECK(fault("AuditEntry", R"({"at":"noon","by":null,"what":"login","about":null})") != "");
}

TEST_CASE("bodies are read, and what is wrong is named without repeating it", "[rest]") {
  const auto good = wire::decode_login(R"({"username":"ana","password":"x","more":1})");
  REQUIRE(std::holds_alternative<wire::login_body>(good));
  CHECK(std::get<wire::login_body>(good).username == "ana");
  for (const auto* bad : {"", "[]", "{}", R"({"username":1,"password":"secret"})"}) {
    const auto read = wire::decode_login(bad);
    REQUIRE(std::holds_alternative<wire::fault>(read));
    CHECK(std::get<wire::fault>(read).sentence.find("secret") == std::string::npos);
  }
  const auto role = wire::decode_new_member(R"({"name":"A","username":"a","role":"owner"})");
  CHECK(std::holds_alternative<wire::fault>(role));
  const auto patch = wire::decode_member_patch(R"({"disabled":false})");
  REQUIRE(std::holds_alternative<wire::member_patch_body>(patch));
  CHECK(std::get<wire::member_patch_body>(patch).disabled == false);
  CHECK_FALSE(std::get<wire::member_patch_body>(patch).admin.has_value());
}

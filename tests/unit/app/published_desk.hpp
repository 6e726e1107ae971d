// SPDX-License-Identifier: Apache-2.0
// A desk with small rules in its folder, published as revision 1.
#pragma once
#include "unit/app/desk.hpp"
#include "wire/draft.hpp"

namespace frontdesk::app {

// Two topics: training all that is shipped takes minutes under sanitizers.
inline constexpr const char* two_topics = R"({"intents": [
  {"id": "chat.human", "title": {"en": "A person", "es": "Una persona"}, "kind": "action",
   "examples": {"en": ["a person please", "talk to someone", "can I talk to staff"],
                "es": ["una persona por favor", "hablar con alguien", "con el personal"]},
   "answers": {"en": [{"text": "Someone will be with you.", "choices": []}],
               "es": [{"text": "Alguien le atiende.", "choices": []}]}, "action": "handoff"},
  {"id": "chat.thanks", "title": {"en": "Thanks", "es": "Gracias"}, "kind": "smalltalk",
   "examples": {"en": ["thank you", "thanks a lot", "great, thanks"],
                "es": ["gracias", "muchas gracias", "muy amable"]},
   "answers": {"en": [{"text": "You are welcome.", "choices": []}],
               "es": [{"text": "De nada.", "choices": []}]}, "action": null}]})";

inline void ship(const desk& d) {
  for (const auto* name : {"settings.json", "phrases.json"}) {
    std::filesystem::copy_file(test::source_folder() / "intents" / name, d.folder.path() / name);
  }
  d.folder.write("facts.json", R"({"facts": {"clinic_name": "Clinic", "phone": null}})");
  d.folder.write("synonyms.json", R"({"en": [], "es": []})");
  d.folder.write("none.json", R"({"none": {"en": ["what is the capital"], "es": ["el clima"]}})");
  d.folder.write("safety.json", R"({"families": [], "past": [], "idioms": {"en": [], "es": []},
    "examples": {}, "harmless": {"en": [], "es": []}, "responses": {}})");
  d.folder.write("chat.json", two_topics);
}

struct published_desk : desk {
  published_desk() {
    ship(*this);
    const auto started = run(rules.start());
    for (const auto& line : logged) UNSCOPED_INFO(line);
    REQUIRE(started.has_value());
    REQUIRE(rules.revision() == 1);
  }
  publish_outcome publish(const std::string& draft, long expected, const char* note = "why") {
    publish_order order;
    order.note = note;
    order.expected = expected;
    return run(rules.publish(draft_of(draft), std::move(order)));
  }
  static wire::draft draft_of(const std::string& text) {
    wire::draft d;
    d.parts = boost::json::parse(text).as_object();
    return d;
  }
  /// What stands in facts.json, with that phone.
  std::string facts_with_phone(const std::string& phone) const {
    auto facts = folder.read("facts.json");
    const std::string unset = "\"phone\": null";
    const auto at = facts.find(unset);
    REQUIRE(at != std::string::npos);
    return facts.replace(at, unset.size(), "\"phone\": \"" + phone + "\"");
  }
  std::string phone() {
    const auto& facts = rules.current()->source().facts;
    const auto found = facts.find("phone");
    const bool known = found != facts.end() && found->second;
    return known ? (*found->second)[intent::language::en] : "";
  }
};

}  // namespace frontdesk::app

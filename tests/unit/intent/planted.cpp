// SPDX-License-Identifier: Apache-2.0
#include "unit/intent/planted.hpp"

#include "intent/json_text.hpp"

#include <stdexcept>

namespace frontdesk::intent {
namespace {

const char* const settings_file = R"json({"languages": ["en", "es"],
 "holidays": [{"date": "2026-12-25", "en": "Christmas", "es": "Navidad"}],
 "privacy_notice": {"version": "1", "en": "We keep little.", "es": "Guardamos poco."}}
)json";

const char* const facts = R"json({
  "price": {"en": "400 dollars", "es": "400 dolares"},
  "phone": "410 555 0100"
}
)json";

const char* const synonyms = R"json({
  "en": [
    ["price", "fee"],
    ["car", "vehicle"]
  ],
  "es": []
}
)json";

const char* const none = R"json({
  "en": [
    "who won the football game",
    "what is the weather tomorrow",
    "sing me a song"
  ],
  "es": [
    "quien gano el partido"
  ]
}
)json";

const char* const topics = R"json({"intents": [
  {
    "id": "clinic.cost",
    "title": {"en": "Cost", "es": "Costo"},
    "kind": "practical",
    "button": {"en": "Cost", "es": "Costo"},
    "examples": {
      "en": [
        "how much does the treatment cost",
        "what is the price of one infusion",
        "how expensive is a session",
        "what would i pay for the treatment",
        "what would i pay for the whole treatment",
        "tell me the cost of a session"
      ],
      "es": [
        "cuanto cuesta el tratamiento",
        "cual es el precio"
      ]
    },
    "patterns": {
      "en": [
        "what is the ~price of"
      ]
    },
    "answers": {
      "en": [{"text": "It costs {price}.", "choices": ["clinic.parking"]}],
      "es": [{"text": "Cuesta {price}.", "choices": ["clinic.parking"]}]
    },
    "follow_ups": [
      {"means": "clinic.parking", "examples": {"en": ["and the car"], "es": ["y el carro"]}}
    ]
  },
  {
    "id": "clinic.parking",
    "title": {"en": "Parking", "es": "Estacionamiento"},
    "kind": "practical",
    "examples": {
      "en": [
        "where can i park my car",
        "is there a parking lot",
        "do you have a garage for visitors",
        "parking for a van near the door",
        "can i leave my vehicle outside",
        "is street parking free"
      ],
      "es": [
        "donde puedo estacionar",
        "hay estacionamiento"
      ]
    },
    "patterns": {
      "en": [
        "parking (lot|garage)"
      ]
    },
    "answers": {
      "en": [{"text": "Park behind the house."}],
      "es": [{"text": "Detras de la casa."}]
    }
  },
  {
    "id": "ketamine.what",
    "title": {"en": "What ketamine is", "es": "Que es la ketamina"},
    "kind": "medical",
    "examples": {
      "en": [
        "what is ketamine",
        "what kind of drug do you use",
        "explain ketamine to me",
        "is ketamine an anesthetic",
        "tell me about the medicine",
        "how does ketamine work in the brain"
      ],
      "es": [
        "que es la ketamina",
        "que medicina usan"
      ]
    },
    "answers": {
      "en": [{"text": "It is a drug for pain."}],
      "es": [{"text": "Es para el dolor."}]
    },
    "review": {"sources": [{"title": "A paper", "url": "https://example.org"}],
               "by": "Dr. Ruiz", "on": "2026-11-01", "until": "2027-05-01"}
  }
]
}
)json";

const char* const safety = R"json({
  "families": [
    {"id": "self_harm.wish", "intent": "safety.self_harm", "about": "a wish to die",
     "patterns": {"en": ["want to (die|be dead)"], "es": ["quiero morir"]}},
    {"id": "emergency.breath", "intent": "safety.emergency", "about": "no air",
     "patterns": {"en": ["cannot breathe"], "es": ["no puedo respirar"]}}
  ],
  "idioms": {"en": ["dying to know"], "es": []},
  "examples": {"safety.self_harm": {"en": ["i want to die"], "es": ["quiero morir"]}},
  "harmless": {
    "en": [
      "i am dying to know the price"
    ],
    "es": []
  },
  "responses": {
    "safety.self_harm": {"title": {"en": "Help", "es": "Ayuda"},
      "text": {"en": "Call 988.", "es": "Llame al 988."},
      "actions": [{"href": "tel:988", "label": {"en": "Call", "es": "Llamar"}}]},
    "safety.emergency": {"title": {"en": "Help", "es": "Ayuda"},
      "text": {"en": "Call 911.", "es": "Llame al 911."},
      "actions": [{"href": "tel:911", "label": {"en": "Call", "es": "Llamar"}}]}
  }
}
)json";

// A topic about the same as clinic.cost, under another id.
const char* const twin_topic = R"json(  {
    "id": "visit.fees",
    "title": {"en": "Fees", "es": "Tarifas"},
    "kind": "practical",
    "examples": {
      "en": [
        "how much does a treatment session cost",
        "what is the price of an infusion session",
        "how expensive is the infusion",
        "what would a session cost me",
        "is a session expensive",
        "tell me the price of the treatment"
      ],
      "es": [
        "tarifas"
      ]
    },
    "answers": {
      "en": [{"text": "See the list."}],
      "es": [{"text": "Vea la lista."}]
    }
  },
  {
    "id": "clinic.parking",)json";

}  // namespace

file_set clean_rules() {
  return {
      {"settings.json", settings_file},
      {"facts.json", facts},
      {"synonyms.json", synonyms},
      {"none.json", none},
      {"topics.json", topics},
      {"safety.json", safety}};
}

const std::vector<planted>& all_planted() {
  static const std::vector<planted> all{
      {"an example twice",
       "topics.json",
       "\"is street parking free\"",
       "\"is street parking free\",\n        \"Is there a parking lot?\"",
       "\"Is there a parking lot?\"",
       "An example stands here twice (topics.json line 41)",
       "Is there a parking lot?"},
      {"an example of two topics",
       "topics.json",
       "\"explain ketamine to me\"",
       "\"how expensive is a SESSION\"",
       "\"how expensive is a SESSION\"",
       "An example is also an example of clinic.cost (topics.json line 11)",
       "how expensive is a SESSION"},
      {"an example that must get no topic",
       "none.json",
       "\"sing me a song\"",
       "\"what is ketamine\"",
       "\"what is ketamine\"",
       "A message without topic is also an example of ketamine.what",
       "what is ketamine"},
      {"an example without words",
       "topics.json",
       "\"can i leave my vehicle outside\"",
       "\"?!\"",
       "\"?!\"",
       "An example has no words",
       "?!"},
      {"an example nearer to another topic",
       "topics.json",
       "\"is ketamine an anesthetic\"",
       "\"what would i pay for the first treatment\"",
       "\"what would i pay for the first treatment\"",
       "An example is nearer to clinic.cost (",
       "what would i pay for the first treatment"},
      {"two topics that overlap",
       "topics.json",
       "  {\n    \"id\": \"clinic.parking\",",
       twin_topic,
       "",
       "clinic.cost and visit.fees overlap: of ",
       "*"},
      {"an example that raises an alarm",
       "topics.json",
       "\"explain ketamine to me\"",
       "\"patients who want to die after ketamine\"",
       "\"patients who want to die after ketamine\"",
       "An example gets the answer of safety.self_harm (family self_harm.wish)",
       "patients who want to die after ketamine"},
      {"a pattern of two topics",
       "topics.json",
       "\"parking (lot|garage)\"",
       "\"what is the ~price of\"",
       "\"what is the ~price of\"",
       "can never decide: clinic.cost has it too",
       "what is the price of"},
      {"a pattern behind a wider one",
       "topics.json",
       "\"parking (lot|garage)\"",
       "\"what is the fee of [the] lot\"",
       "\"what is the fee of [the] lot\"",
       "can never decide: \"what is the ~price of\" of clinic.cost stands before it",
       "what is the fee of the lot"},
      {"a pattern behind safety",
       "topics.json",
       "\"parking (lot|garage)\"",
       "\"cannot breathe (here|outside)\"",
       "\"cannot breathe (here|outside)\"",
       "can never decide: safety.emergency (emergency.breath) always comes before it",
       "cannot breathe here"},
      {"a pattern that takes an example of another topic",
       "topics.json",
       "\"parking (lot|garage)\"",
       "\"kind of drug\"",
       "\"kind of drug\"",
       "The pattern \"kind of drug\" takes an example of ketamine.what",
       "what kind of drug do you use"},
      {"a pattern that takes a message without topic",
       "topics.json",
       "\"parking (lot|garage)\"",
       "\"weather tomorrow\"",
       "\"weather tomorrow\"",
       "The pattern \"weather tomorrow\" takes a message without topic",
       "what is the weather tomorrow"},
      {"a pattern with unknown synonyms",
       "topics.json",
       "\"parking (lot|garage)\"",
       "\"~garage place\"",
       "\"~garage place\"",
       "synonyms.json has none in English",
       ""},
      {"a synonym in two groups",
       "synonyms.json",
       "[\"car\", \"vehicle\"]",
       "[\"charge\", \"fee\"]",
       "[\"charge\", \"fee\"]",
       "\"fee\" stands in an earlier group of synonyms too",
       ""},
      {"a title without translation",
       "topics.json",
       "{\"en\": \"Parking\", \"es\": \"Estacionamiento\"}",
       "{\"en\": \"Parking\"}",
       "{\n    \"id\": \"clinic.parking\"",
       "The title is missing in Spanish",
       ""},
      {"an answer without translation",
       "topics.json",
       "\"es\": [{\"text\": \"Detras de la casa.\"}]",
       "\"es\": []",
       "{\n    \"id\": \"clinic.parking\"",
       "The answer is missing in Spanish",
       ""},
      {"a button without translation",
       "topics.json",
       "\"button\": {\"en\": \"Cost\", \"es\": \"Costo\"}",
       "\"button\": {\"en\": \"Cost\"}",
       "{\n    \"id\": \"clinic.cost\"",
       "The button is missing in Spanish",
       ""},
      {"a follow-up without translation",
       "topics.json",
       "{\"en\": [\"and the car\"], \"es\": [\"y el carro\"]}",
       "{\"en\": [\"and the car\"]}",
       "{\"means\": \"clinic.parking\"",
       "This follow-up has no examples in Spanish",
       ""},
      {"a fact without translation",
       "facts.json",
       "{\"en\": \"400 dollars\", \"es\": \"400 dolares\"}",
       "{\"en\": \"400 dollars\"}",
       "\"price\"",
       "The fact \"price\" is missing in Spanish",
       ""},
      {"a fact that is not set",
       "facts.json",
       "{\"en\": \"400 dollars\", \"es\": \"400 dolares\"}",
       "null",
       "",
       "Facts that are not known yet keep an answer back: price",
       ""},
      {"a fact that does not exist",
       "topics.json",
       "It costs {price}.",
       "It costs {prize}.",
       "{\"text\": \"It costs",
       "{prize} is not a fact of facts.json",
       ""},
      {"a review that ran out",
       "topics.json",
       "2027-05-01",
       "2026-11-20",
       "{\"sources\"",
       "The review ran out on 2026-11-20",
       ""},
      {"an answer that nobody signed",
       "topics.json",
       "\"by\": \"Dr. Ruiz\"",
       "\"by\": null",
       "{\"sources\"",
       "No clinician has signed this answer yet",
       ""},
      {"a medical answer without review",
       "topics.json",
       "\"kind\": \"practical\",\n    \"button\"",
       "\"kind\": \"medical\",\n    \"button\"",
       "{\n    \"id\": \"clinic.cost\"",
       "A medical answer needs a review",
       ""},
      {"an answer that is hard to read",
       "topics.json",
       "It is a drug for pain.",
       "Ketamine's antinociceptive pharmacodynamics necessitate comprehensive evaluation.",
       "{\"text\": \"Ketamine's",
       "reads like school grade",
       ""},
      {"a quick reply to nowhere",
       "topics.json",
       "\"choices\": [\"clinic.parking\"]}],\n      \"es\"",
       "\"choices\": [\"clinic.parkin\"]}],\n      \"es\"",
       "{\"text\": \"It costs",
       "The quick reply \"clinic.parkin\" leads to no topic. Did you mean \"clinic.parking\"?",
       ""},
      {"an idiom that hides a danger",
       "safety.json",
       "\"dying to know\"",
       "\"cannot breathe\"",
       "{\"id\": \"emergency.breath\"",
       "can never raise an alarm",
       "cannot breathe"},
      {"a harmless message that is an example of danger",
       "safety.json",
       "\"i am dying to know the price\"",
       "\"I want to die\"",
       "\"I want to die\"\n",
       "A harmless message is also an example of safety.self_harm",
       "I want to die"},
  };
  return all;
}

void plant(const planted& fault, file_set& into) {
  auto& text = into.at(fault.file);
  const auto at = text.find(fault.instead_of);
  if (at == text.npos) throw std::logic_error(std::string("nowhere to plant ") + fault.name);
  text.replace(at, fault.instead_of.size(), fault.with);
}

place where(const planted& fault, const file_set& in) {
  const auto& text = in.at(fault.file);
  const auto at = text.rfind(fault.marker);
  if (at == text.npos) throw std::logic_error(std::string("no such place: ") + fault.name);
  const auto p = json_text::position_of(text, at);
  return {fault.file, p.line, p.column};
}

}  // namespace frontdesk::intent

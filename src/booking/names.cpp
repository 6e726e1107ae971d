// SPDX-License-Identifier: Apache-2.0
#include "booking/names.hpp"

#include <algorithm>

namespace frontdesk::booking {
namespace {

// Words that are no part of a name, in either language: without them "I'm interested" and "soy
// paciente" would be people.
bool no_name(std::string_view w) {
  return is_one_of(
      w, {"a",         "an",        "the",          "and",        "or",           "but",
          "not",       "no",        "yes",          "in",         "on",           "at",
          "to",        "for",       "of",           "with",       "my",           "me",
          "i",         "im",        "is",           "it",         "its",          "this",
          "that",      "there",     "here",         "so",         "very",         "just",
          "new",       "also",      "too",          "am",         "are",          "was",
          "be",        "been",      "have",         "has",        "had",          "do",
          "does",      "did",       "can",          "could",      "would",        "will",
          "want",      "need",      "like",         "looking",    "interested",   "calling",
          "writing",   "trying",    "wondering",    "asking",     "sure",         "ok",
          "okay",      "fine",      "good",         "great",      "well",         "sorry",
          "tired",     "sick",      "ready",        "available",  "free",         "busy",
          "working",   "patient",   "returning",    "existing",   "current",      "first",
          "time",      "times",     "phone",        "number",     "email",        "cell",
          "mobile",    "mail",      "name",         "what",       "how",          "when",
          "where",     "why",       "who",          "which",      "please",       "thanks",
          "thank",     "you",       "your",         "hello",      "hi",           "hey",
          "morning",   "afternoon", "mornings",     "afternoons", "evening",      "evenings",
          "today",     "tomorrow",  "monday",       "tuesday",    "wednesday",    "thursday",
          "friday",    "saturday",  "sunday",       "any",        "after",        "before",
          "anytime",   "whenever",  "appointment",  "book",       "consultation", "consult",
          "visit",     "price",     "cost",         "insurance",  "hours",        "address",
          "location",  "help",      "person",       "someone",    "human",        "agent",
          "pain",      "ketamine",  "fibromyalgia", "going",      "getting",      "having",
          "feeling",   "still",     "really",       "about",      "because",      "if",
          "from",      "by",        "we",           "they",       "he",           "she",
          "skip",      "never",     "mind",         "nevermind",  "nvm",          "forget",
          "killing",   "none",      "nothing",      "idk",        "dont",         "know",
          "cancel",    "stop",      "wait",         "back",       "tell",         "more",
          "call",      "text",      "reach",        "contact",    "change",       "wrong",
          "use",       "side",      "effects",      "one",        "two",          "second",
          "another",   "maybe",     "later",        "now",        "next",         "week",
          "y",         "o",         "pero",         "un",         "una",          "el",
          "los",       "las",       "es",           "son",        "mi",           "mis",
          "su",        "yo",        "si",           "paciente",   "nuevo",        "nueva",
          "primera",   "vez",       "ya",           "muy",        "mas",          "menos",
          "quiero",    "quisiera",  "necesito",     "puedo",      "tengo",        "cita",
          "consulta",  "gracias",   "hola",         "buenas",     "buenos",       "dias",
          "tardes",    "noches",    "por",          "para",       "con",          "sin",
          "que",       "como",      "cuando",       "donde",      "cuanto",       "cuesta",
          "precio",    "seguro",    "horario",      "direccion",  "telefono",     "numero",
          "correo",    "celular",   "nombre",       "me",         "llamo",        "soy",
          "lunes",     "martes",    "miercoles",    "jueves",     "viernes",      "sabado",
          "domingo",   "manana",    "tarde",        "hoy",        "cualquier",    "dia",
          "ayuda",     "alguien",   "persona",      "dolor",      "ketamina",     "fibromialgia",
          "favor",     "puede",     "llamar",       "llamarme",   "alergico",     "alergica",
          "diabetico", "diabetica", "mayor",        "esta",       "estoy",        "nada",
          "otro",      "otra",      "cambiar",      "se",         "nunca",        "he",
          "hay",       "tiene",     "tienen",       "espere",     "olvidelo",     "cancelar",
          "quien"}
  );
}

bool particle(std::string_view w) {
  return is_one_of(
      w, {"de", "la", "del", "los", "las", "van", "von", "da", "dos", "di", "st", "mc", "al"}
  );
}

bool letters_only(std::string_view folded) {
  return !folded.empty() &&
         std::none_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool capitalized(const word& w) {
  const auto c = static_cast<unsigned char>(w.written.front());
  return (c >= 'A' && c <= 'Z') || c >= 0xC3;  // accented capitals begin with C3 in UTF-8
}

using words_t = std::vector<word>;
constexpr std::size_t name_words_max = 5;

// From `first` on, the words that can belong to one name: to the next comma or word that cannot.
std::size_t name_end(const words_t& words, const std::vector<bool>& taken, std::size_t first) {
  auto i = first;
  while (i < words.size() && i - first < name_words_max && !taken[i] &&
         letters_only(words[i].folded)) {
    const bool inside = i > first && particle(words[i].folded) && i + 1 < words.size();
    const bool lone_particle = i == first && particle(words[i].folded) && !capitalized(words[i]);
    if (lone_particle || (!inside && no_name(words[i].folded))) break;
    ++i;
    // An initial's full stop ("Ana M. Ruiz") does not end a name.
    if (words[i - 1].comma_after && words[i - 1].folded.size() > 1) break;
  }
  while (i > first + 1 && particle(words[i - 1].folded)) --i;
  return i;
}

std::string with_capital(const word& w) {
  std::string s{w.written};
  if (!particle(w.folded) && s[0] >= 'a' && s[0] <= 'z') s[0] = static_cast<char>(s[0] - 'a' + 'A');
  return s;
}

std::string joined(const words_t& words, std::size_t first, std::size_t last) {
  std::string name;
  for (auto i = first; i < last; ++i) {
    // Behind the first word of a name there is always a character before the next one.
    const bool hyphen = i > first && *(words[i].written.data() - 1) == '-';
    if (i > first) name += hyphen ? "-" : " ";
    name += with_capital(words[i]);
  }
  return name;
}

enum class lead : unsigned char { none, strong, weak };
struct lead_in {
  lead how = lead::none;
  std::size_t words = 0;
};

// "my name is" says that a name follows; "this is" and "soy" say so only if what follows looks it.
lead_in lead_at(const words_t& words, std::size_t i) {
  const auto at = [&](std::size_t k) {
    return i + k < words.size() ? std::string_view{words[i + k].folded} : "";
  };
  const auto three = [&](std::string_view a, std::string_view b, std::string_view c) {
    return at(0) == a && at(1) == b && at(2) == c;
  };
  if (three("my", "name", "is") || three("the", "name", "is") || three("mi", "nombre", "es") ||
      three("el", "nombre", "es"))
    return {lead::strong, 3};
  if (at(0) == "me" && at(1) == "llamo") return {lead::strong, 2};
  if (at(0) == "name" && at(1) == "is") return {lead::strong, 2};
  if (at(0) == "my" && at(1) == "names") return {lead::strong, 2};
  if (at(0) == "names" && i == 0) return {lead::strong, 1};
  if ((at(0) == "name" || at(0) == "nombre") && i == 0 && words.size() > 1) return {lead::weak, 1};
  if (at(0) == "this" && at(1) == "is") return {lead::weak, 2};
  if (at(0) == "i" && at(1) == "am") return {lead::weak, 2};
  if (at(0) == "call" && at(1) == "me") return {lead::weak, 2};
  if (at(0) == "le" && at(1) == "habla") return {lead::weak, 2};
  if (at(0) == "it" && at(1) == "is") return {lead::weak, 2};
  if (is_one_of(at(0), {"im", "its", "soy", "habla"})) return {lead::weak, 1};
  return {};
}

bool all_capitalized(const words_t& words, std::size_t first, std::size_t last) {
  return std::all_of(
      words.begin() + static_cast<std::ptrdiff_t>(first),
      words.begin() + static_cast<std::ptrdiff_t>(last),
      [](const word& w) { return capitalized(w) || particle(w.folded); }
  );
}

// Behind "this is" a name is capitalised, or it is all that is said and, unless it was asked for,
// a full one.
bool looks_like_a_name(
    const words_t& words,
    const std::vector<bool>& taken,
    std::size_t first,
    std::size_t last,
    bool asked
) {
  if (all_capitalized(words, first, last)) return true;
  const bool ends_there = last == words.size() || words[last - 1].comma_after || taken[last] ||
                          is_one_of(words[last].folded, {"and", "y"});
  return last - first >= (asked ? 1U : 2U) && last - first <= 4 && ends_there;
}

std::optional<std::string> after_lead_in(
    const words_t& words, const std::vector<bool>& taken, bool asked
) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto in = lead_at(words, i);
    if (in.how == lead::none) continue;
    auto first = i + in.words;
    if (first >= words.size()) break;
    const auto last = name_end(words, taken, first);
    if (last == first) continue;
    if (in.how == lead::strong || looks_like_a_name(words, taken, first, last, asked))
      return joined(words, first, last);
  }
  return std::nullopt;
}

std::optional<std::string> bare(const words_t& words, const std::vector<bool>& taken) {
  std::size_t first = 0;
  while (first < words.size() && is_one_of(
                                     words[first].folded,
                                     {"hi",
                                      "hello",
                                      "yes",
                                      "ok",
                                      "okay",
                                      "sure",
                                      "its",
                                      "hola",
                                      "si",
                                      "claro",
                                      "well",
                                      "oh",
                                      "name",
                                      "nombre"}
                                 ))
    ++first;
  if (first == words.size() || taken[first]) return std::nullopt;
  const auto last = name_end(words, taken, first);
  const bool whole =
      last == words.size() || words[last - (last > first ? 1 : 0)].comma_after || taken[last];
  if (last == first || !whole) return std::nullopt;
  return joined(words, first, last);
}

bool says(std::string_view text, std::initializer_list<std::string_view> any) {
  const auto all = " " + folded(text) + " ";
  return std::any_of(any.begin(), any.end(), [&](std::string_view p) {
    return all.find(" " + std::string{p} + " ") != std::string::npos;
  });
}

}  // namespace

std::optional<std::string> find_name(
    const std::vector<word>& words, const std::vector<bool>& taken, bool asked
) {
  if (auto name = after_lead_in(words, taken, asked)) return name;
  return asked ? bare(words, taken) : std::nullopt;
}

std::optional<bool> find_returning(std::string_view text, bool asked) {
  if (says(
          text,
          {"not new",
           "not a new patient",
           "no soy nuevo",
           "no soy nueva",
           "not my first time",
           "not my first visit",
           "no es mi primera vez",
           "not the first time",
           "no es la primera vez"}
      ))
    return true;
  if (says(text, {"first time",      "first visit",     "new patient",    "im new",
                  "i am new",        "never been",      "havent been",    "have not been",
                  "not been there",  "not been here",   "never came",     "never seen",
                  "new here",        "not a patient",   "primera vez",    "primera cita",
                  "primera visita",  "paciente nuevo",  "paciente nueva", "soy nuevo",
                  "soy nueva",       "nuevo paciente",  "nueva paciente", "nunca he ido",
                  "nunca he venido", "nunca he estado", "nunca fui",      "no he ido",
                  "no he venido",    "no soy paciente", "no he estado"}))
    return false;
  if (says(
          text,
          {"been there",        "been here",           "been before",         "i have been",
           "ive been",          "returning",           "existing patient",    "current patient",
           "already a patient", "already patient",     "established patient", "im a patient",
           "i am a patient",    "was there before",    "came before",         "seen before",
           "been a patient",    "follow up visit",     "ya soy paciente",     "soy paciente",
           "ya he ido",         "ya he venido",        "ya he estado",        "ya fui",
           "ya estuve",         "paciente de ustedes", "ya me atendieron",    "ya me han atendido",
           "he ido antes",      "he venido antes"}
      ))
    return true;
  if (!asked) return std::nullopt;
  const auto words = split(text);
  if (words.empty()) return std::nullopt;
  const auto& first = words.front().folded;
  if (is_one_of(
          first, {"no", "nope", "nah", "never", "new", "nunca", "nuevo", "nueva", "n", "neither"}
      ))
    return false;
  if (is_one_of(
          first,
          {"yes",
           "yeah",
           "yep",
           "yup",
           "yea",
           "si",
           "claro",
           "y",
           "ya",
           "once",
           "twice",
           "before",
           "antes",
           "regreso",
           "i",
           "existing",
           "patient",
           "paciente"}
      ) &&
      words.size() <= 6)
    return first != "i" || says(text, {"i have", "i did", "i was"}) ? std::optional{true}
                                                                    : std::nullopt;
  return std::nullopt;
}

}  // namespace frontdesk::booking

// SPDX-License-Identifier: Apache-2.0
// Of words.hpp: what kind of message it is, and what it is about.
#include "booking/words.hpp"
#include "chat/words.hpp"

namespace frontdesk::chat {

using booking::has_word;
using booking::is_one_of;
using intent::language;

bool like_a_question(std::string_view text) {
  if (text.find('?') != std::string_view::npos) return true;
  if (text.find("¿") != std::string_view::npos) return true;
  const auto words = booking::split(text);
  std::size_t first = 0;
  while (first + 1 < words.size() && is_one_of(
                                         words[first].folded,
                                         {"and",
                                          "but",
                                          "wait",
                                          "ok",
                                          "so",
                                          "also",
                                          "first",
                                          "well",
                                          "hi",
                                          "hello",
                                          "y",
                                          "pero",
                                          "espere",
                                          "oiga",
                                          "antes",
                                          "primero",
                                          "bueno",
                                          "hola",
                                          "disculpe"}
                                     ))
    ++first;
  return !words.empty() &&
         is_one_of(words[first].folded, {"what",   "whats",  "how",     "hows",    "when",
                                         "where",  "why",    "who",     "which",   "do",
                                         "does",   "is",     "are",     "can",     "could",
                                         "will",   "would",  "should",  "did",     "que",
                                         "cual",   "cuales", "como",    "cuando",  "donde",
                                         "cuanto", "cuanta", "cuantos", "cuantas", "quien",
                                         "puedo",  "hay",    "tienen",  "aceptan"});
}

part names_part(std::string_view text) {
  if (has_word(text, {"name", "nombre", "apellido"})) return part::name;
  if (has_word(
          text,
          {"number",
           "phone",
           "email",
           "mail",
           "contact",
           "cell",
           "numero",
           "telefono",
           "celular",
           "correo",
           "contacto"}
      ))
    return part::contact;
  if (has_word(
          text,
          {"time",
           "times",
           "day",
           "days",
           "date",
           "schedule",
           "hour",
           "hora",
           "horas",
           "horario",
           "horarios",
           "dia",
           "dias",
           "fecha"}
      ))
    return part::times;
  if (has_word(text, {"returning", "new", "nuevo", "nueva", "paciente", "patient"}))
    return part::returning;
  return part::none;
}

bool says_change(std::string_view text) {
  return has_word(text, {"change",     "correct",    "fix",        "edit",    "wrong",
                         "update",     "different",  "misspelled", "mistake", "cambiar",
                         "cambie",     "cambio",     "corregir",   "corrija", "mal",
                         "equivocado", "equivocada", "equivoque",  "error",   "actualizar",
                         "modificar",  "otro",       "otra",       "no",      "isnt",
                         "not",        "cambielo",   "instead"});
}

bool names_visit(std::string_view text) {
  return has_word(
      text,
      {"appointment",
       "appt",
       "visit",
       "request",
       "booking",
       "consultation",
       "cita",
       "solicitud",
       "consulta"}
  );
}

language_wish asks_for_language(std::string_view text) {
  const auto words = booking::split(text);
  if (words.empty() || words.size() > 7) return {};
  language_wish wish;
  if (has_word(text, {"english", "ingles"})) wish.wanted = language::en;
  if (has_word(text, {"spanish", "espanol", "castellano"})) wish.wanted = language::es;
  wish.other = !wish.wanted && has_word(
                                   text,
                                   {"french",
                                    "chinese",
                                    "mandarin",
                                    "korean",
                                    "portuguese",
                                    "russian",
                                    "arabic",
                                    "vietnamese",
                                    "tagalog",
                                    "german",
                                    "italian",
                                    "creole",
                                    "hindi",
                                    "frances",
                                    "portugues",
                                    "chino",
                                    "ruso"}
                               );
  if (!wish.wanted && !wish.other) return {};
  // A question about who at the clinic speaks it is not a wish to be written to in it.
  const bool of_people = has_word(
      text,
      {"doctor",
       "doctors",
       "doctora",
       "nurse",
       "nurses",
       "staff",
       "anyone",
       "someone",
       "team",
       "personal",
       "alguien",
       "doctores",
       "medico",
       "enfermera"}
  );
  const bool wanting = words.size() <= 3 || has_word(
                                                text,
                                                {"in",
                                                 "en",
                                                 "speak",
                                                 "habla",
                                                 "hablas",
                                                 "hablan",
                                                 "write",
                                                 "switch",
                                                 "change",
                                                 "cambiar",
                                                 "please",
                                                 "favor",
                                                 "prefer",
                                                 "prefiero",
                                                 "understand",
                                                 "entiende",
                                                 "se"}
                                            );
  return of_people || !wanting ? language_wish{} : wish;
}

}  // namespace frontdesk::chat

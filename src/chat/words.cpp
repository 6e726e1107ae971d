// SPDX-License-Identifier: Apache-2.0
#include "chat/words.hpp"

#include "booking/words.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace frontdesk::chat {
namespace {

using booking::folded;
using booking::is_one_of;
using intent::language;

// Words that soften a short answer and change nothing: "ok yes please" is "yes".
bool filler(std::string_view w) {
  return is_one_of(w, {"please", "pls",    "plz",      "ok",    "okay", "oh",      "well",
                       "um",     "uh",     "actually", "just",  "then", "por",     "favor",
                       "bueno",  "pues",   "ay",       "este",  "eh",   "and",     "y",
                       "so",     "thanks", "ty",       "thank", "you",  "gracias", "si2"});
}

std::string without_fillers(std::string_view text) {
  std::string bare;
  for (const auto& w : booking::split(text)) {
    if (filler(w.folded)) continue;
    if (!bare.empty()) bare += ' ';
    bare += w.folded;
  }
  return bare.empty() ? folded(text) : bare;
}

bool has_word(std::string_view text, std::initializer_list<std::string_view> any) {
  const auto words = booking::split(text);
  return std::any_of(words.begin(), words.end(), [&](const auto& w) {
    return is_one_of(w.folded, any);
  });
}

}  // namespace

bool says_yes(std::string_view text) {
  if (text.find('?') != std::string_view::npos) return false;
  const auto words = booking::split(text);
  if (words.empty() || words.size() > 8) return false;
  // Every word agrees or adds nothing, and one of them agrees.
  const auto agrees = [](const booking::word& w) {
    return is_one_of(
        w.folded,
        {"yes",        "y",        "yeah",     "yea",     "yep",     "yup",       "ya",
         "sure",       "ok",       "okay",     "k",       "correct", "right",     "good",
         "great",      "perfect",  "fine",     "send",    "confirm", "confirmed", "absolutely",
         "definitely", "si",       "sip",      "simon",   "claro",   "correcto",  "bien",
         "exacto",     "perfecto", "dale",     "sale",    "va",      "mandelo",   "mandela",
         "mandalo",    "mandala",  "envielo",  "enviela", "envialo", "enviala",   "envie",
         "mande",      "confirmo", "confirme", "listo",   "acuerdo", "adelante",  "ahead"}
    );
  };
  const auto adds_nothing = [](const booking::word& w) {
    return filler(w.folded) ||
           is_one_of(w.folded, {"it",        "that",    "thats", "this", "is",    "its",  "looks",
                                "sounds",    "all",     "go",    "do",   "i",     "to",   "me",
                                "the",       "request", "now",   "them", "staff", "esta", "todo",
                                "asi",       "es",      "de",    "que",  "la",    "lo",   "eso",
                                "solicitud", "por",     "muy",   "ya",   "tal",   "cual", "yo"});
  };
  return std::all_of(
             words.begin(), words.end(), [&](const auto& w) { return agrees(w) || adds_nothing(w); }
         ) &&
         std::any_of(words.begin(), words.end(), agrees);
}

bool says_no(std::string_view text) {
  return is_one_of(
      without_fillers(text),
      {"no",
       "n",
       "nope",
       "nah",
       "not yet",
       "wrong",
       "thats wrong",
       "that is wrong",
       "not right",
       "thats not right",
       "that is not right",
       "not correct",
       "incorrect",
       "no thats wrong",
       "no its wrong",
       "no no",
       "todavia no",
       "no esta bien",
       "esta mal",
       "no es correcto",
       "incorrecto",
       "asi no",
       "no esta mal"}
  );
}

bool says_never_mind(std::string_view text) {
  return is_one_of(
      without_fillers(text),
      {"never mind",
       "nevermind",
       "nvm",
       "cancel",
       "cancel it",
       "cancel that",
       "cancel this",
       "stop",
       "quit",
       "exit",
       "forget it",
       "forget about it",
       "forget that",
       "no never mind",
       "no nevermind",
       "leave it",
       "drop it",
       "i changed my mind",
       "changed my mind",
       "ive changed my mind",
       "start over",
       "not now",
       "maybe later",
       "i dont want to book",
       "i dont want to",
       "i dont want this",
       "not anymore",
       "i dont want to anymore",
       "i dont want an appointment",
       "i dont want to book anymore",
       "olvidelo",
       "olvidalo",
       "olvidese",
       "no olvidelo",
       "no olvidalo",
       "cancelar",
       "cancele",
       "cancelelo",
       "cancelalo",
       "mejor no",
       "ya no",
       "ya no quiero",
       "no quiero",
       "no ya no",
       "dejelo",
       "dejalo",
       "dejemoslo",
       "nada",
       "no nada",
       "no importa",
       "cambie de opinion",
       "ahora no",
       "luego",
       "despues",
       "mas tarde",
       "ya no quiero cita",
       "ya no quiero la cita",
       "no quiero cita",
       "mejor despues",
       "mejor luego"}
  );
}

std::string_view behind_never_mind(std::string_view text) {
  const auto end = text.find_first_of(",.;");
  if (end == std::string_view::npos || !says_never_mind(text.substr(0, end))) return {};
  const auto rest = text.substr(end + 1);
  return booking::split(rest).empty() ? std::string_view{} : rest;
}

bool says_none(std::string_view text) {
  return is_one_of(
      without_fillers(text),
      {"none",
       "neither",
       "neither one",
       "none of them",
       "none of those",
       "none of these",
       "no",
       "nope",
       "neither of those",
       "neither of them",
       "none work",
       "none of them work",
       "none of those work",
       "none of these work",
       "none works",
       "something else",
       "other",
       "no other",
       "neither works",
       "cant make any",
       "i cant make any of those",
       "ninguno",
       "ninguna",
       "ninguno de esos",
       "ninguna de esas",
       "ninguno me sirve",
       "ninguna me sirve",
       "ninguno me queda",
       "ninguna me queda",
       "otra cosa",
       "otro",
       "otra",
       "no ninguno",
       "no ninguna",
       "ni uno ni otro",
       "ninguna de las dos",
       "ninguno de los dos",
       "ningun horario",
       "no puedo en ninguno"}
  );
}

bool says_skip(std::string_view text) {
  return is_one_of(
      without_fillers(text),
      {"skip",
       "skip it",
       "skip this",
       "pass",
       "next",
       "not sure",
       "im not sure",
       "i dont know",
       "dont know",
       "idk",
       "id rather not say",
       "rather not say",
       "prefer not to say",
       "i prefer not to say",
       "it doesnt matter",
       "doesnt matter",
       "omitir",
       "saltar",
       "no se",
       "no estoy seguro",
       "no estoy segura",
       "prefiero no decir",
       "prefiero no decirlo",
       "da igual",
       "siguiente",
       "paso"}
  );
}

bool says_back_to_bot(std::string_view text) {
  return says_never_mind(text) || is_one_of(
                                      without_fillers(text),
                                      {"go back",
                                       "back",
                                       "back to the bot",
                                       "back to bot",
                                       "go back to the bot",
                                       "i dont need a person",
                                       "i dont need a person anymore",
                                       "i dont want to wait",
                                       "dont want to wait",
                                       "stop waiting",
                                       "no need",
                                       "no need anymore",
                                       "its ok i dont need a person",
                                       "i will ask the bot",
                                       "ill ask the bot",
                                       "i can ask you",
                                       "i dont need anyone",
                                       "ya no hace falta",
                                       "no hace falta",
                                       "ya no necesito a nadie",
                                       "volver",
                                       "regresar",
                                       "no quiero esperar",
                                       "ya no quiero esperar",
                                       "mejor le pregunto a usted",
                                       "mejor con el asistente"}
                                  );
}

bool says_leave_message(std::string_view text) {
  if (booking::split(text).size() > 12 || has_word(text, {"dont", "not", "no", "never"}))
    return false;
  return has_word(
             text,
             {"leave",
              "take",
              "send",
              "dejar",
              "dejarles",
              "dejarle",
              "dejo",
              "mandar",
              "mandarles",
              "pasar"}
         ) &&
         has_word(text, {"message", "messages", "voicemail", "msg", "mensaje", "recado"});
}

int ordinal(std::string_view text) {
  const auto words = booking::split(text);
  if (words.size() > 6) return 0;
  const auto said = [&](std::initializer_list<std::string_view> any) {
    return has_word(text, any);
  };
  if (said({"first", "1st", "primero", "primera", "primer"})) return 1;
  if (said({"second", "2nd", "segundo", "segunda"})) return 2;
  if (said({"third", "3rd", "tercero", "tercera", "tercer"})) return 3;
  if (said({"last", "ultimo", "ultima"})) return -1;
  const auto bare = without_fillers(text);
  if (is_one_of(
          bare,
          {"1",
           "one",
           "number 1",
           "number one",
           "option 1",
           "la 1",
           "el 1",
           "uno",
           "la uno",
           "el uno",
           "opcion 1"}
      ))
    return 1;
  if (is_one_of(
          bare,
          {"2",
           "two",
           "number 2",
           "number two",
           "option 2",
           "la 2",
           "el 2",
           "dos",
           "la dos",
           "el dos",
           "opcion 2"}
      ))
    return 2;
  if (is_one_of(
          bare,
          {"3",
           "three",
           "number 3",
           "number three",
           "option 3",
           "la 3",
           "el 3",
           "tres",
           "la tres",
           "el tres",
           "opcion 3"}
      ))
    return 3;
  return 0;
}

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

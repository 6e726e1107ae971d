// SPDX-License-Identifier: Apache-2.0
#include "chat/words.hpp"

#include "booking/words.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace frontdesk::chat {
namespace {

using booking::folded;
using booking::has_word;
using booking::is_one_of;

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

}  // namespace frontdesk::chat

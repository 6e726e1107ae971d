// SPDX-License-Identifier: Apache-2.0
// The widget's own net for when the server cannot be reached: does this text, typed while offline,
// plainly speak of self-harm or an emergency? The server's safety rules know far more; here a false
// alarm costs a card on the screen and a miss may cost a life, so the list is short and broad.

const phrases = [
  // self-harm
  "suicid",
  "(kill|hurt|harm|cut)(t?ing)? my ?self\\b",
  "(want|wanna|going|ready|rather|wish i could) (to )?die\\b",
  "(want to be|wish i (was|were)|better off) dead\\b",
  "(end|tak)(e|ing)? my (own )?life\\b",
  "end it all\\b",
  "(dont|not|no longer) want to (live|be alive|be here any ?more|exist|wake up)\\b",
  "(no reason|nothing) to live\\b",
  "matarme\\b",
  "me (voy a|quiero) matar\\b",
  "(quiero|quisiera|prefiero) (morir|estar muert)",
  "no (quiero|deseo) (seguir )?(vivi|aqui\\b|despertar)",
  "(quitarme|acabar con) (la|mi) vida\\b",
  "hacerme dano|lastimarme|cortarme las venas",
  // emergency
  "(overdos|sobredosis)",
  "(took|taken|tome) (too many|demasiad)",
  "(cant|cannot|can not|hard to|trouble) breath",
  "no (puedo|logro) respirar",
  "chest (pain|pressure|hurts)|(dolor|presion) (de|en el) pecho",
  "(heart attack|stroke|seizure|unconscious|passed out|throat is closing|not breathing)\\b",
  "(infarto|derrame cerebral|convulsi|inconsciente|se me cierra la garganta)",
];
const any = new RegExp(`\\b(${phrases.join("|")})`);

/** Lower case, no accents, no apostrophes, single blanks: "Can’t  BREATHE" -> "cant breathe". */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’‘`]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
}

export function looksLikeCrisis(text: string): boolean {
  return any.test(plain(text));
}

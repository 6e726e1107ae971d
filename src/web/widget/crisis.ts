// SPDX-License-Identifier: Apache-2.0
// The widget's own net for when the server cannot be reached: does this text, typed while offline,
// plainly speak of self-harm or an emergency? The server's safety rules know far more; here a false
// alarm costs a card on the screen and a miss may cost a life, so the list is short and broad.

const phrases = [
  // self-harm
  /\bsuicid/,
  /\b(kill|killing|hurt|hurting|harm|harming|cut|cutting) my ?self\b/,
  /\b(want|wanna|going|ready|rather|wish i could) (to )?die\b/,
  /\b(want to be|wish i (was|were)|better off) dead\b/,
  /\b(end|ending|take|taking) my (own )?life\b/,
  /\bend it all\b/,
  /\b(dont|do not|no longer|not) want to (live|be alive|be here any ?more|exist|wake up)\b/,
  /\b(no reason|nothing) to live\b/,
  /\bmatarme\b|\bme (voy a|quiero) matar\b/,
  /\b(quiero|quisiera|prefiero) (morir|morirme|estar muert[oa])\b/,
  /\bno (quiero|deseo) (vivir|seguir vivi|seguir aqui|despertar)/,
  /\b(quitarme|acabar con) (la|mi) vida\b/,
  /\b(hacerme dano|lastimarme|cortarme las venas)\b/,
  // emergency
  /\boverdos|\bsobredosis/,
  /\b(took|taken|tome) (too many|demasiad[oa]s) /,
  /\b(cant|cannot|can not|hard to|trouble) breath/,
  /\bno (puedo|logro) respirar\b/,
  /\bchest (pain|pressure|hurts)|\b(dolor|presion) (de|en el) pecho\b/,
  /\b(heart attack|stroke|seizure|unconscious|passed out|throat is closing|not breathing)\b/,
  /\b(infarto|derrame cerebral|convulsion|convulsiones|inconsciente|se me cierra la garganta)\b/,
];

/** Lower case, no accents, no apostrophes, single blanks: "Can’t  BREATHE" -> "cant breathe". */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’‘`]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
}

export function looksLikeCrisis(text: string): boolean {
  const said = plain(text);
  return phrases.some((phrase) => phrase.test(said));
}

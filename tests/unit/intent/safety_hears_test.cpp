// SPDX-License-Identifier: Apache-2.0
// What the shipped safety rules hear. These lines were written together with some of the patterns,
// so they keep what is heard heard; how the rules do with words that nobody prepared for is
// measured on intents/cases/safety.tsv.
#include "intent/loading.hpp"
#include "intent/safety.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk::intent;

namespace {

const safety_layer& shipped() {
  static const safety_layer layer(parse(*read_files(FRONTDESK_SOURCE_DIR "/intents")).model);
  return layer;
}

// Those of `messages` that are not heard as `topic`, one a line.
std::string missed(const lines& messages, const std::string& topic) {
  std::string out;
  for (const auto& m : messages) {
    if (shipped().look(m, tokenise(m)).topic != topic) out += m + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("the shipped rules hear a wish to die that does not name it", "[safety][shipped]") {
  const lines said{
      "theres nothing left for me here and i think everyone would cope fine",
      "i bought a rope last week",
      "i keep looking at the bottle of pills next to my bed",
      "i wish i could just fall asleep and that would be it",
      "i dont think i'll be around for christmas",
      "giving my dog away because i wont need him soon",
      "whats the point of waking up tomorrow",
      "i've written letters to my kids, they are in the drawer",
      "i drove to the bridge again last night",
      "some days i hope a truck hits me",
      "i cant do this life thing anymore",
      "my wife told me she took her fathers gun and sits in the garage",
      "my son said he wants to disappear forever and gave his xbox away",
      "i am a burden to my family they would be better off",
      "is there enough ketamine in one infusion to never wake up",
      "i've been cutting my arms again",
      "no one would even notice if i was gone",
      "i am thinking about ways to end the suffering for good",
      "i just want it all to stop, permanently",
      "ready to meet god tonight",
      "im not gonna make it through the night",
      "i have a plan and a date",
      "ya no le encuentro sentido a seguir viviendo",
      "mi familia estaria mejor sin mi",
      "quisiera dormirme y no despertar nunca",
      "tengo la pistola de mi papa en la mano",
      "ya escribi la carta de despedida",
      "mi hermana dice que se quiere matar",
      "me estoy cortando otra vez",
      "no quiero seguir aqui, ya no puedo mas con mi vida",
      "estoy pensando en aventarme del puente",
      "hoy es mi ultimo dia",
      "soy una carga para todos",
      "ojala me atropelle un carro"};
  CHECK(missed(said, "safety.self_harm") == "");
}

TEST_CASE("they hear further ways to say it", "[safety][shipped]") {
  const lines said{
      "i saved up all my meds and tonight i'm taking them",
      "nobody will miss me",
      "i should just be put out of my misery for real this time",
      "honestly i'd rather not exist",
      "thinking of driving off the road on the way home",
      "my husband keeps saying goodbye to everyone like he's leaving for good",
      "i tried to hang myself on sunday",
      "i want out of this life",
      "if the ketamine doesnt work i'm done living",
      "i dont see a future with me in it",
      "i feel like dying would be a relief",
      "the world is better without me",
      "i've got nothing to live for",
      "i googled how many pills would do it",
      "don't call back, i won't be here",
      "i want to go to sleep and stay asleep forever",
      "she texted me that she wants to end everything",
      "been thinking about suicide every day since the accident",
      "si esto no funciona ya no quiero vivir",
      "me quiero ir de este mundo",
      "nadie me va a extranar",
      "ya tengo las pastillas listas para esta noche",
      "mi papa dice que mejor se muere",
      "pienso en la muerte todos los dias y en como hacerlo",
      "ya no vale la pena vivir",
      "quiero acabar con mi sufrimiento de una vez"};
  CHECK(missed(said, "safety.self_harm") == "");
}

TEST_CASE("they are calm about pain, idioms and ordinary questions", "[safety][shipped]") {
  const lines said{
      "this pain is killing me",
      "my feet are killing me after work",
      "i am dying to know what it costs",
      "my phone died, can you repeat that",
      "i would kill for a good night of sleep",
      "the traffic here is murder",
      "how much is the first visit",
      "can you cancel my appointment on friday",
      "i pass out at the sight of needles, is that ok",
      "does ketamine hurt the kidneys",
      "me muero de ganas de empezar",
      "el dolor me esta matando",
      "cuanto cuesta la infusion",
      "¿hace daño al estomago?",
      "me apunto para el lunes",
      "tomo dos pastillas diarias para la presion",
      "doy pecho, ¿se puede?",
      "is it true that ketamine is a party drug",
      "what happens if i throw up during the session",
      "my grandmother died of cancer, can i still come"};
  CHECK(missed(said, "") == "");
}

TEST_CASE("they remember what is long past, and raise no alarm for it", "[safety][shipped]") {
  for (const char* said :
       {"i attempted suicide when i was 19, that was decades ago. can i still be a patient",
        "years ago i was suicidal, i am well and happy, would you take me",
        "hace muchos años intenté suicidarme, eso quedó atrás. ¿me aceptan?",
        "in college i tried to end my life, i got help and have been well ever since. can i come",
        "hace quince años intenté quitarme la vida, hoy estoy muy bien y doy clases. ¿me "
        "aceptan?"}) {
    CAPTURE(said);
    const auto seen = shipped().look(said, tokenise(said));
    CHECK(seen.topic == "");
    CHECK(seen.past);
  }
}

TEST_CASE("they hear that what is past is not over", "[safety][shipped]") {
  const lines said{
      "i tried to kill myself in 2015 and today i want to do it again",
      "i attempted suicide years ago and im good now but lately i want to die",
      "hace diez años intenté matarme y hoy estoy peor, quiero hacerlo",
      "hace años intenté suicidarme, hoy estoy muy bien, pero a veces quiero morirme"};
  CHECK(missed(said, "safety.self_harm") == "");
}

TEST_CASE("they call an ambulance where an emergency sounds like a wish", "[safety][shipped]") {
  const lines said{
      "my dad took too many of his pills and will not wake up",
      "grandpa collapsed, what do we do",
      "sobredosis mi hermano ayuda",
      "he is hitting me and i locked myself in the bathroom please help",
      "mi vecino me está pegando y me encerré en el cuarto, ayúdenme por favor"};
  CHECK(missed(said, "safety.emergency") == "");
}

TEST_CASE("they believe a plain wish however calm the rest sounds", "[safety][shipped]") {
  const lines said{
      "be honest with me, does this work or do i kill myself and be done",
      "dígame con franqueza, ¿esto funciona o mejor me mato y ya?",
      "mi abuelo dice que se va a dar un tiro, la escopeta la tiene en el ropero y yo salgo a las "
      "cinco a trabajar"};
  CHECK(missed(said, "safety.self_harm") == "");
}

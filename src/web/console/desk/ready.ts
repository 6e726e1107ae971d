// SPDX-License-Identifier: Apache-2.0
// The ready replies that open with "/", in the visitor's language.
import type { Lang } from "../../shared/wire";

export interface ReadyReply {
  name: string;
  text: string;
}

/** What stands in braces in a ready reply. */
export interface Names {
  staff: string;
  visitor: string;
}

// They ship with the console until the rules carry them: the wire has no place for them yet.
const replies: Record<Lang, ReadyReply[]> = {
  en: [
    { name: "hello", text: "Hello, this is {staff} from the clinic. How can I help?" },
    { name: "moment", text: "One moment, please. I am looking into this for you." },
    { name: "call", text: "May we call you? Please tell me your number and when it suits you." },
    { name: "times", text: "I will look for times and send them to you here in the chat." },
    {
      name: "clinician",
      text: "That is a question for a clinician. I can arrange a consultation for you. Would you like that?",
    },
    {
      name: "urgent",
      text: "If this is an emergency, please call 911 now. If you think about ending your life, call or text 988 at any time, day or night.",
    },
    { name: "bye", text: "Thank you for writing to us. You can write here again at any time." },
  ],
  es: [
    { name: "hola", text: "Hola, soy {staff}, de la clínica. ¿En qué puedo ayudarle?" },
    { name: "momento", text: "Un momento, por favor. Lo estoy revisando." },
    {
      name: "llamar",
      text: "¿Podemos llamarle? Dígame por favor su número y a qué hora le viene bien.",
    },
    { name: "horas", text: "Voy a buscar horas disponibles y se las mando aquí en el chat." },
    {
      name: "clinico",
      text: "Esa pregunta es para un médico. Puedo pedirle una consulta. ¿Le parece bien?",
    },
    {
      name: "urgente",
      text: "Si es una emergencia, llame al 911 ahora. Si piensa en quitarse la vida, llame o mande un mensaje al 988 a cualquier hora; para español, oprima 2.",
    },
    { name: "adios", text: "Gracias por escribirnos. Puede volver a escribir aquí cuando quiera." },
  ],
};

/** By the beginning of a name first, then by any word inside; in the visitor's language first. */
export function findReady(query: string, language: Lang, names: Names): ReadyReply[] {
  const other: Lang = language === "en" ? "es" : "en";
  const wanted = query.toLowerCase();
  const all = wanted ? [...replies[language], ...replies[other]] : replies[language];
  const byName = all.filter((reply) => reply.name.startsWith(wanted));
  const inside = all.filter(
    (reply) => !byName.includes(reply) && reply.text.toLowerCase().includes(wanted),
  );
  return [...byName, ...inside].slice(0, 7).map(({ name, text }) => ({
    name,
    text: text.replace("{staff}", names.staff).replace("{visitor}", names.visitor).trim(),
  }));
}

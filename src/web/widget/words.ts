// SPDX-License-Identifier: Apache-2.0
// What the widget itself says, English and Spanish side by side. What the clinic says comes from
// the server.
import type { Action, Lang } from "../shared/wire";

const pairs = {
  open: ["Ask a question", "Haga una pregunta"],
  openUnread: [
    (n: number) => (n === 1 ? "Open chat, 1 new message" : `Open chat, ${n} new messages`),
    (n: number) =>
      n === 1 ? "Abrir el chat, 1 mensaje nuevo" : `Abrir el chat, ${n} mensajes nuevos`,
  ],
  panel: [(clinic: string) => `Chat with ${clinic}`, (clinic: string) => `Chat con ${clinic}`],
  clinic: ["our clinic", "nuestra clínica"],
  close: ["Close chat", "Cerrar el chat"],
  menu: ["More", "Más"],
  assistant: ["Automated assistant", "Asistente automático"],
  withStaff: [
    (name: string) => `You are talking with ${name}`,
    (name: string) => `Está hablando con ${name}`,
  ],
  staff: ["Our team", "Nuestro equipo"],
  you: ["You", "Usted"],
  ended: ["Conversation ended", "Conversación terminada"],
  waiting: ["Waiting for a person", "Esperando a una persona"],
  emergency: [
    "In danger now: call 911. In crisis: call or text 988, day or night.",
    "Si hay peligro ahora, llame al 911. En una crisis, llame o envíe un texto al 988, a toda hora.",
  ],
  connecting: ["Connecting", "Conectando"],
  offlineLine: [
    "We cannot reach the clinic. We keep trying.",
    "No logramos conectar con la clínica. Seguimos intentando.",
  ],
  offlineKept: [
    "What you write is kept here and sent when the connection is back.",
    "Lo que escriba se guarda aquí y se envía cuando vuelva la conexión.",
  ],
  call911: ["Call 911", "Llamar al 911"],
  call988: ["Call 988", "Llamar al 988"],
  text988: ["Text 988", "Texto al 988"],
  tryNow: ["Try now", "Intentar ahora"],
  noticeTitle: ["Before you write", "Antes de escribir"],
  noticeAccept: ["I agree, start the chat", "Acepto, empezar el chat"],
  noticeShow: ["Privacy notice", "Aviso de privacidad"],
  noticeClose: ["Back to the chat", "Volver al chat"],
  messages: ["Messages", "Mensajes"],
  typing: [(name: string) => `${name} is writing`, (name: string) => `${name} está escribiendo`],
  person: ["Talk to a person", "Hablar con alguien"],
  book: ["Request a consultation", "Pedir una consulta"],
  // Who waits may not have asked: after words of danger the desk calls a person by itself.
  queue: [
    (n: number) =>
      n === 1 ? "You are next in line for a person." : `You are number ${n} in line for a person.`,
    (n: number) =>
      n === 1
        ? "Sigue usted para hablar con una persona."
        : `Es el número ${n} en la fila para hablar con una persona.`,
  ],
  queueNoPlace: [
    "You are waiting for a person. You can keep writing here.",
    "Está esperando a una persona. Puede seguir escribiendo aquí.",
  ],
  closedUntil: [
    (when: string) => `The clinic is closed. It opens ${when}. You can leave a message.`,
    (when: string) => `La clínica está cerrada. Abre ${when}. Puede dejar un mensaje.`,
  ],
  closedNow: [
    "No one from our team is here right now. You can leave a message.",
    "Ahora no hay nadie de nuestro equipo. Puede dejar un mensaje.",
  ],
  nobodyFree: [
    "Our team is busy. You can leave a message.",
    "Nuestro equipo está ocupado. Puede dejar un mensaje.",
  ],
  write: ["Write a message", "Escriba un mensaje"],
  send: ["Send", "Enviar"],
  left: [
    (n: number) => `${n} characters left`,
    (n: number) => (n === 1 ? "Queda 1 carácter" : `Quedan ${n} caracteres`),
  ],
  tooLong: [
    (n: number) => `${n} characters too long`,
    (n: number) => (n === 1 ? "Sobra 1 carácter" : `Sobran ${n} caracteres`),
  ],
  sending: ["Sending", "Enviando"],
  sent: ["Sent", "Enviado"],
  read: ["Read", "Leído"],
  notYet: [
    "Not sent yet. It goes out when we are connected.",
    "Aún no se envió. Saldrá cuando haya conexión.",
  ],
  refused: ["Not sent.", "No se envió."],
  again: ["Try again", "Intentar de nuevo"],
  discard: ["Remove", "Quitar"],
  newMessages: ["New messages", "Mensajes nuevos"],
  today: ["Today", "Hoy"],
  yesterday: ["Yesterday", "Ayer"],
  sources: ["Sources", "Fuentes"],
  checked: [(day: string) => `checked ${day}`, (day: string) => `revisado el ${day}`],
  reviewedBy: [(name: string) => `Reviewed by ${name}.`, (name: string) => `Revisado por ${name}.`],
  notSigned: [
    "Checked against these sources. Not signed by a clinician yet.",
    "Comparado con estas fuentes. Aún sin firma de un clínico.",
  ],
  quickReplies: ["Suggested replies", "Respuestas sugeridas"],
  requestTitle: ["Your consultation request", "Su solicitud de consulta"],
  request: [
    {
      open: "Sent to the clinic",
      proposed: "Times proposed",
      confirmed: "Confirmed",
      declined: "Closed by the clinic",
      withdrawn: "Withdrawn",
    },
    {
      open: "Enviada a la clínica",
      proposed: "Horarios propuestos",
      confirmed: "Confirmada",
      declined: "Cerrada por la clínica",
      withdrawn: "Retirada",
    },
  ],
  proposalTitle: ["Which time works for you?", "¿Qué horario le conviene?"],
  proposalNone: ["None of these", "Ninguno de estos"],
  appointmentTitle: ["Your appointment", "Su cita"],
  rateTitle: ["How was this chat?", "¿Cómo le fue en este chat?"],
  rateLow: ["Not good", "Mal"],
  rateHigh: ["Very good", "Muy bien"],
  rateOf: [(n: number) => `${n} of 5`, (n: number) => `${n} de 5`],
  rated: ["Thank you. Your rating was sent.", "Gracias. Enviamos su calificación."],
  end: ["End conversation", "Terminar la conversación"],
  forget: ["Erase my conversation", "Borrar mi conversación"],
  forgetTitle: ["Erase this conversation?", "¿Borrar esta conversación?"],
  forgetText: [
    "Your messages, name and contact are erased for good. If you asked for a consultation here, we will no longer know about it.",
    "Se borran para siempre sus mensajes, su nombre y su contacto. Si pidió una consulta aquí, ya no sabremos de ella.",
  ],
  forgetYes: ["Erase for good", "Borrar para siempre"],
  forgetNo: ["Keep it", "Conservarla"],
  forgetOffline: ["This needs a connection.", "Para esto hace falta conexión."],
  erased: ["Your conversation has been erased.", "Su conversación fue borrada."],
  language: ["Español", "English"],
  crisis: [
    "If you might hurt yourself, or someone is in danger, please get help now.",
    "Si piensa en hacerse daño o alguien está en peligro, busque ayuda ahora.",
  ],
};

export type Words = { [Key in keyof typeof pairs]: (typeof pairs)[Key][number] };

const side = (index: 0 | 1) =>
  Object.fromEntries(Object.entries(pairs).map(([key, pair]) => [key, pair[index]])) as Words;

export const words: Record<Lang, Words> = { en: side(0), es: side(1) };

/** Where help is, when not even a first word from the server could be had. */
export const crisisActions = (w: Words): Action[] => [
  { label: w.call988, href: "tel:988" },
  { label: w.text988, href: "sms:988" },
  { label: w.call911, href: "tel:911" },
];

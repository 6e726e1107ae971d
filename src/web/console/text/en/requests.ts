// SPDX-License-Identifier: Apache-2.0
// Consultation requests.
export const requests = {
  title: "Consultation requests",
  lead: "Asked for in the chat. Nothing is fixed until you confirm a time.",
  tabs: {
    open: "New",
    proposed: "Times proposed",
    confirmed: "Confirmed",
    declined: "Declined",
    withdrawn: "Withdrawn",
  },
  status: {
    open: "New",
    proposed: "Waits for the visitor",
    confirmed: "Confirmed",
    declined: "Declined",
    withdrawn: "Withdrawn by the visitor",
  },
  tag: { open: "New request", proposed: "Times proposed" },
  empty: {
    open: {
      title: "No new requests",
      lead: "When a visitor asks for a consultation in the chat, it appears here.",
    },
    proposed: {
      title: "No open proposals",
      lead: "Times that you propose stay here until the visitor answers.",
    },
    confirmed: {
      title: "No confirmed consultations yet",
      lead: "When a visitor chooses a time, or you confirm one, it appears here.",
    },
    declined: { title: "No declined requests", lead: "Requests that you decline stay here." },
    withdrawn: {
      title: "No withdrawn requests",
      lead: "When a visitor takes a request back, it appears here.",
    },
  },
  name: "Name",
  contact: "Contact",
  wishes: "Wished times",
  kind: "Patient",
  returning: { yes: "Has been here before", no: "New", unknown: "Not said" },
  asked: "Asked",
  proposed: "Proposed",
  appointment: "Appointment",
  openConversation: "Open the conversation",
  propose: "Propose times",
  proposeAgain: "Propose other times",
  confirm: "Confirm a time",
  decline: "Decline",
  proposeTitle: (name: string) => `Propose times to ${name}`,
  confirmTitle: (name: string) => `Confirm a time for ${name}`,
  declineTitle: (name: string) => `Decline the request of ${name}?`,
  wished: (words: string) => `Wished: “${words}”`,
  zone: (name: string) => `Times are in the clinic's zone, ${name}.`,
  zoneBrowser: (name: string) => `Times are in the zone of this computer, ${name}.`,
  time: (n: number) => `Time ${n}`,
  dayOf: (name: string) => `${name}: day`,
  clockOf: (name: string) => `${name}: clock time`,
  addTime: "Add another time",
  removeTime: (n: number) => `Remove time ${n}`,
  past: "This time is in the past.",
  same: "This time is there twice.",
  visitorSees: "The visitor will see",
  proposeAfter: "When the visitor chooses one, it is confirmed and you see it here.",
  sendProposal: "Send proposal",
  confirmOther: "Another time",
  confirmPick: "Choose a time to see what the visitor will read.",
  sendConfirm: "Confirm this time",
  declineHint: "It is kinder to write a line in the conversation first.",
  sendDecline: "Decline request",
  exact: "In the visitor's language; an admin may have changed the words under Phrases.",
};

/** What the shipped phrases say to the visitor (intents/phrases.json), in the visitor's language.
 * Staff cannot read the rules, so that the words are here a second time. */
export const toVisitor = {
  en: {
    offer: "Does one of these times suit you?",
    none: "None of these",
    confirmed: (time: string) => `Your appointment is confirmed: ${time}.`,
    declined:
      "We are sorry, the staff cannot offer a visit for this request. You can ask for other times or talk to a person.",
  },
  es: {
    offer: "¿Le conviene alguno de estos horarios?",
    none: "Ninguno de estos",
    confirmed: (time: string) => `Su cita está confirmada: ${time}.`,
    declined:
      "Lo sentimos, el personal no puede ofrecerle una cita con esta solicitud. Puede pedir otros horarios o hablar con una persona.",
  },
};

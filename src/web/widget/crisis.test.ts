// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { looksLikeCrisis } from "./crisis";

it.each([
  "I want to die",
  "i dont want to be here anymore",
  "thinking about SUICIDE",
  "I’m going to kill myself",
  "I took too many pills",
  "I can't breathe",
  "chest pain after infusion",
  "quiero morirme",
  "No quiero seguir viviendo",
  "me quiero matar",
  "tengo dolor en el pecho",
  "no puedo respirar",
])("sees a crisis in: %s", (text) => expect(looksLikeCrisis(text)).toBe(true));

it.each([
  "this pain is killing me",
  "how long does an infusion last",
  "do you take my insurance",
  "me muero de curiosidad",
  "cuánto cuesta",
])("sees none in: %s", (text) => expect(looksLikeCrisis(text)).toBe(false));

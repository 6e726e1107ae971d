// SPDX-License-Identifier: Apache-2.0
// Two soft notes when somebody waits, three for an alert. Made on the spot: nothing to load.
import { create } from "zustand";

const key = "frontdesk.sound";

interface Sound {
  on: boolean;
  set: (on: boolean) => void;
}

export const useSound = create<Sound>((setState) => ({
  on: localStorage.getItem(key) !== "off",
  set: (on) => {
    localStorage.setItem(key, on ? "on" : "off");
    setState({ on });
    if (on) ring("waiting");
  },
}));

let context: AudioContext | null = null;

// Browsers let a page sound only after the person has done something on it.
// A key like Ctrl does not count, so that this listens until one did.
async function wake() {
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
  context ??= new AudioContext();
  await context.resume();
  window.removeEventListener("pointerdown", wake);
  window.removeEventListener("keydown", wake);
}
window.addEventListener("pointerdown", wake);
window.addEventListener("keydown", wake);

export function ring(what: "waiting" | "alert") {
  if (!useSound.getState().on || context?.state !== "running") return;
  const notes = what === "alert" ? [880, 659, 880] : [587, 784];
  notes.forEach((pitch, index) => {
    note(pitch, index * 0.16);
  });
}

function note(pitch: number, after: number) {
  if (!context) return;
  const start = context.currentTime + after;
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = pitch;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.12, start + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.32);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.35);
}

// SPDX-License-Identifier: Apache-2.0
// Editing the rules, and the people.
export const admin = {
  parts: {
    topics: "Topics",
    facts: "Facts",
    hours: "Opening hours",
    phrases: "Phrases",
    safety: "Safety",
    history: "History",
    people: "People",
  },
};

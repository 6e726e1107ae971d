// SPDX-License-Identifier: Apache-2.0
// Topics to choose from, by title with the id beside it.
import type { Rules } from "../../../shared/wire";

export const topicOptions = (rules: Rules) =>
  rules.intents.map((topic) => ({ value: topic.id, label: `${topic.title.en} (${topic.id})` }));

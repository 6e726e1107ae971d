// SPDX-License-Identifier: Apache-2.0
// What a visitor is called before, and after, giving a name.
import type { Summary } from "../../shared/wire";
import { text } from "../text";

export const visitorName = (summary: Pick<Summary, "id" | "visitor">) =>
  summary.visitor || text.desk.unnamed(summary.id);

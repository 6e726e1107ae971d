// SPDX-License-Identifier: Apache-2.0
import type { Action } from "../../shared/wire";
import { HelpAction } from "./HelpAction";

/** Big and calm: where help is, one tap away. */
export function CrisisCard({ title, actions }: { title: string; actions: readonly Action[] }) {
  return (
    <section class="card crisis" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {actions.map((action) => (
          <HelpAction key={action.href} action={action} />
        ))}
      </ul>
    </section>
  );
}

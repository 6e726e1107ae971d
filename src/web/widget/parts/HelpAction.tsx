// SPDX-License-Identifier: Apache-2.0
import type { Action } from "../../shared/wire";
import { Icon } from "./Icon";
import { Link } from "./Link";

/** One way to help: call, text, or open a page. */
export function HelpAction({ action }: { action: Action }) {
  return (
    <li>
      <Link href={action.href}>
        {/^http/.test(action.href) || <Icon name={/^tel/.test(action.href) ? "phone" : "chat"} />}
        {action.label}
      </Link>
    </li>
  );
}

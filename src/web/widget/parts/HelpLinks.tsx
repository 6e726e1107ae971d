// SPDX-License-Identifier: Apache-2.0
import { crisisHelp } from "../desk";
import { HelpAction } from "./HelpAction";

/** 988 and 911, small and always ready to be tapped; what needs a connection is left out. */
export function HelpLinks() {
  return (
    <ul class="help-links">
      {crisisHelp().actions.map(
        (action) => /^http/.test(action.href) || <HelpAction key={action.href} action={action} />,
      )}
    </ul>
  );
}

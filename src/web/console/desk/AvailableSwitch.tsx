// SPDX-License-Identifier: Apache-2.0
// "I take waiting visitors."
import { Switch, Tooltip } from "@mantine/core";
import { text } from "../text";
import { setAvailable } from "./link";
import { useDesk } from "./store";

const words = text.desk;

export function AvailableSwitch() {
  const me = useDesk((state) => state.me);
  const live = useDesk((state) => state.link === "live");
  if (!me) return null;
  return (
    <Tooltip label={me.available ? words.availableOn : words.availableOff} multiline w={220}>
      <div>
        <Switch
          label={words.available}
          labelPosition="left"
          size="sm"
          checked={me.available}
          disabled={!live}
          onChange={(event) => setAvailable(event.currentTarget.checked)}
        />
      </div>
    </Tooltip>
  );
}

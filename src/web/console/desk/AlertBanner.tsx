// SPDX-License-Identifier: Apache-2.0
// What happened, what was done already, and "clear alert" once somebody has looked after it.
import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Alert } from "../../shared/wire";
import { Confirm } from "../parts/Confirm";
import { text } from "../text";
import styles from "./Conversation.module.css";
import { command } from "./link";
import { useAsk } from "./useAsk";

const words = text.desk;

export function AlertBanner({ conversation, alert }: { conversation: string; alert: Alert }) {
  const asking = useAsk();
  return (
    <aside className={styles.banner} aria-label={words.alerts[alert]}>
      <IconAlertTriangle size={22} aria-hidden />
      <div>
        <strong>{words.alerts[alert]}</strong>
        {words.alertLead[alert]}
      </div>
      <Button variant="default" onClick={asking.ask}>
        {words.clearAlert}
      </Button>
      <Confirm
        opened={asking.asked}
        title={words.clearAlertAsk}
        lead={words.clearAlertLead}
        yes={words.clearAlert}
        onNo={asking.answered}
        onYes={() => {
          command({ type: "clear_alert", conversation });
          asking.answered();
        }}
      />
    </aside>
  );
}

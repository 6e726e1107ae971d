// SPDX-License-Identifier: Apache-2.0
// The state of the connection in plain words; silent while all is well.
import { Button } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { text } from "../text";
import styles from "./ConversationList.module.css";
import { connectNow } from "./link";
import { useDesk } from "./store";

const words = text.desk;

export function ConnectionLine() {
  const link = useDesk((state) => state.link);
  const troubled = link === "reconnecting";
  return (
    <div role="status">
      {troubled ? (
        <div className={styles.connection}>
          <IconCloudOff size={18} aria-hidden />
          <span>{words.link.reconnecting}</span>
          <Button size="compact-xs" variant="default" onClick={connectNow}>
            {words.connectNow}
          </Button>
        </div>
      ) : (
        <span className="unseen">{words.link[link]}</span>
      )}
    </div>
  );
}

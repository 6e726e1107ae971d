// SPDX-License-Identifier: Apache-2.0
// Somebody edited the rules on disk and made a mistake: what is wrong, and that visitors notice nothing.
import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Finding } from "../../shared/wire";
import { text } from "../text";
import styles from "./admin.module.css";
import { FindingsList } from "./draft/FindingsList";

const words = text.admin.refusedFolder;

export function RefusedFolder({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Alert
      className={styles.refused ?? ""}
      color="red"
      icon={<IconAlertTriangle size={20} />}
      title={words.title}
    >
      <p>{words.lead}</p>
      <FindingsList findings={findings} onGo={() => {}} />
    </Alert>
  );
}

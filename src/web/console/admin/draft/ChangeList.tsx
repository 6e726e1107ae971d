// SPDX-License-Identifier: Apache-2.0
// The changes of a draft, each with its place and a way to take it back.
import { ActionIcon, Badge } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { Go } from "../../app/Go";
import { addresses } from "../../app/route";
import { text } from "../../text";
import styles from "../admin.module.css";
import type { EditedItem } from "../edits";
import { revert, useDraftRules } from "../rulesStore";

const words = text.admin.draft;

export function ChangeList({ items, onGo }: { items: EditedItem[]; onGo: () => void }) {
  const rules = useDraftRules();
  const titleOf = (item: EditedItem) =>
    rules.intents.find((intent) => intent.id === item.key)?.title.en;
  return (
    <ul className={styles.changes}>
      {items.map((item) => (
        <li key={`${item.part}/${item.key}`}>
          <span>
            {words.parts[item.part]}{" "}
            <Go to={addressOf(item)} onClick={onGo}>
              {titleOf(item) ?? item.key}
            </Go>{" "}
            {titleOf(item) && <span className="id">{item.key}</span>}
          </span>
          <Badge variant="default" tt="none">
            {words.kinds[item.kind]}
          </Badge>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${words.revertOne}: ${item.key}`}
            title={words.revertOne}
            onClick={() => revert(item)}
          >
            <IconArrowBackUp size={18} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

function addressOf(item: EditedItem): string {
  switch (item.part) {
    case "intents":
      return addresses.admin("topics", item.key);
    case "removed":
      return addresses.admin("topics");
    case "settings":
      return addresses.admin("hours");
    case "responses":
      return addresses.admin("safety");
    default:
      return addresses.admin(item.part);
  }
}

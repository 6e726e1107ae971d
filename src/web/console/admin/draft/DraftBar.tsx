// SPDX-License-Identifier: Apache-2.0
// "3 changes not published": check, publish, discard. Nothing is shown while there is nothing.
import { Button } from "@mantine/core";
import { useState } from "react";
import { Confirm } from "../../parts/Confirm";
import { text } from "../../text";
import styles from "../admin.module.css";
import { editedItems } from "../edits";
import { revertAll, usePublished, useRulesStore } from "../rulesStore";
import { PublishDialog } from "./PublishDialog";

const words = text.admin.draft;

export function DraftBar() {
  const rules = usePublished();
  const edits = useRulesStore((state) => state.edits);
  const [open, setOpen] = useState<"publish" | "discard" | null>(null);
  const items = editedItems(edits, rules).filter((item) => item.part !== "responses");
  const close = () => setOpen(null);
  return (
    <>
      {items.length > 0 && (
        <section className={styles.bar} aria-label={words.count(items.length)}>
          <div>
            <b>{words.count(items.length)}</b>
            <p>{words.kept}</p>
          </div>
          <Button variant="subtle" color="gray" onClick={() => setOpen("discard")}>
            {words.discard}
          </Button>
          <Button
            onClick={() => setOpen("publish")}
          >{`${words.check} & ${words.publish.toLowerCase()}`}</Button>
        </section>
      )}
      {open === "publish" && <PublishDialog which="rules" onClose={close} />}
      <Confirm
        opened={open === "discard"}
        title={words.discardAsk}
        lead={words.discardLead(items.length)}
        yes={words.discard}
        danger
        onNo={close}
        onYes={() => {
          revertAll(items);
          close();
        }}
      />
    </>
  );
}

// SPDX-License-Identifier: Apache-2.0
// The staff desk: the list, the open conversation, what is known about the visitor.
import { Drawer } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { IconMessages } from "@tabler/icons-react";
import { useEffect } from "react";
import { Empty } from "../parts/Empty";
import { text } from "../text";
import { Conversation } from "./Conversation";
import { ConversationList } from "./ConversationList";
import styles from "./DeskPage.module.css";
import { leave, watch } from "./link";
import { useDesk } from "./store";
import { useListKeys } from "./useListKeys";
import { VisitorPanel } from "./VisitorPanel";

const words = text.desk;

export function DeskPage({ conversation }: { conversation: string | null }) {
  const loaded = useDesk((state) => state.me !== null);
  const wide = useMediaQuery("(min-width: 1180px)", true, { getInitialValueInEffect: false });
  const [details, detailsDrawer] = useDisclosure(false);
  useListKeys(conversation);

  useEffect(() => {
    if (conversation) watch(conversation);
    else leave();
    detailsDrawer.close();
  }, [conversation, detailsDrawer.close]);
  useEffect(() => leave, []);

  return (
    <main className={styles.desk} data-open={conversation !== null || undefined}>
      <h1 className="unseen">{text.common.product}</h1>
      <ConversationList chosen={conversation} />
      {conversation && loaded ? (
        <Conversation
          id={conversation}
          key={conversation}
          {...(wide ? {} : { onDetails: detailsDrawer.open })}
        />
      ) : (
        <section className={styles.nothing}>
          <Empty
            icon={<IconMessages size={36} stroke={1.3} />}
            title={words.chooseTitle}
            lead={words.chooseLead}
          />
        </section>
      )}
      {conversation && wide && <VisitorPanel id={conversation} />}
      {conversation && !wide && (
        <Drawer
          opened={details}
          onClose={detailsDrawer.close}
          position="right"
          size={360}
          title={words.details}
        >
          <VisitorPanel id={conversation} />
        </Drawer>
      )}
    </main>
  );
}

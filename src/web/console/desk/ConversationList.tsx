// SPDX-License-Identifier: Apache-2.0
// The live list: alerts, those who wait, mine, the bot's, the others', the closed.
import { IconMessages } from "@tabler/icons-react";
import { useMemo } from "react";
import { Empty } from "../parts/Empty";
import { Failed } from "../parts/Failed";
import { Loading } from "../parts/Loading";
import { useNow } from "../parts/useNow";
import { text } from "../text";
import { AvailableSwitch } from "./AvailableSwitch";
import { ConnectionLine } from "./ConnectionLine";
import styles from "./ConversationList.module.css";
import { ListSection } from "./ListSection";
import { connectNow } from "./link";
import { OlderConversations } from "./OlderConversations";
import { sectionKeys, sectionsOf } from "./sections";
import { useDesk } from "./store";

const words = text.desk;

export function ConversationList({ chosen }: { chosen: string | null }) {
  const conversations = useDesk((state) => state.conversations);
  const me = useDesk((state) => state.me);
  const link = useDesk((state) => state.link);
  const sections = useMemo(() => sectionsOf({ conversations, me }), [conversations, me]);
  const now = useNow();
  const empty = Object.keys(conversations).length === 0;

  return (
    <nav className={styles.list} aria-label={words.title}>
      <header className={styles.head}>
        <h2>{words.title}</h2>
        <AvailableSwitch />
      </header>
      <ConnectionLine />
      <div className={styles.scroll}>
        {!me && link !== "failed" && <Loading lines={8} tall={54} />}
        {!me && link === "failed" && <Failed detail={words.link.failed} again={connectNow} />}
        {me && empty && (
          <Empty
            icon={<IconMessages size={32} stroke={1.4} />}
            title={words.emptyTitle}
            lead={words.emptyLead}
          />
        )}
        {me &&
          sectionKeys.map((key) => (
            <ListSection key={key} name={key} items={sections[key]} chosen={chosen} now={now} />
          ))}
        {me && <OlderConversations />}
      </div>
    </nav>
  );
}

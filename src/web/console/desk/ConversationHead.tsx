// SPDX-License-Identifier: Apache-2.0
// Who this is and who holds the conversation, with the steps that are possible now.
import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { IconArrowLeft, IconDots, IconInfoCircle } from "@tabler/icons-react";
import type { Summary } from "../../shared/wire";
import { Go } from "../app/Go";
import { addresses } from "../app/route";
import { useSession } from "../session/session";
import { text } from "../text";
import { CloseConversation } from "./CloseConversation";
import styles from "./Conversation.module.css";
import { EraseConversation } from "./EraseConversation";
import { command } from "./link";
import { Presence } from "./Presence";
import { useAsk } from "./useAsk";
import { useHolding } from "./useHolding";
import { visitorName } from "./visitorName";

const words = text.desk;

export function ConversationHead({
  summary,
  onDetails,
}: {
  summary: Summary;
  onDetails?: () => void;
}) {
  const { mine, holder, underWay } = useHolding(summary);
  const admin = useSession(({ session }) => session.phase === "in" && session.me.role === "admin");
  const closing = useAsk();
  const erasing = useAsk();
  const conversation = summary.id;
  return (
    <header className={styles.head}>
      <ActionIcon
        component={Go}
        to={addresses.desk}
        className={styles.back}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={words.backToList}
      >
        <IconArrowLeft size={20} />
      </ActionIcon>
      <div className={styles.who}>
        <h2 id="conversation-name">
          <Presence online={summary.online} />
          {visitorName(summary)}
        </h2>
        <p>
          {holder}
          {" · "}
          {summary.online ? words.online : words.offline}
        </p>
      </div>
      {mine && (
        <Tooltip label={words.handBackTold}>
          <Button
            variant="default"
            visibleFrom="sm"
            loading={underWay("release")}
            onClick={() => command({ type: "release", conversation })}
          >
            {words.handBack}
          </Button>
        </Tooltip>
      )}
      {mine && (
        <Button
          variant="default"
          visibleFrom="sm"
          loading={underWay("close")}
          onClick={closing.ask}
        >
          {words.closeIt}
        </Button>
      )}
      {onDetails && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={words.details}
          onClick={onDetails}
        >
          <IconInfoCircle size={20} />
        </ActionIcon>
      )}
      {(admin || mine) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={words.more}
              {...(admin ? {} : { hiddenFrom: "sm" })}
            >
              <IconDots size={20} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {mine && (
              <Menu.Item hiddenFrom="sm" onClick={() => command({ type: "release", conversation })}>
                {words.handBackLong}
              </Menu.Item>
            )}
            {mine && (
              <Menu.Item hiddenFrom="sm" onClick={closing.ask}>
                {words.closeLong}
              </Menu.Item>
            )}
            {admin && (
              <Menu.Item color="red" onClick={erasing.ask}>
                {words.erase}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <CloseConversation conversation={conversation} asking={closing} />
      <EraseConversation conversation={conversation} asking={erasing} />
    </header>
  );
}

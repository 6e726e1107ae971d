// SPDX-License-Identifier: Apache-2.0
// What was said, oldest first; stays at the newest unless the reader scrolled up.
import { Button } from "@mantine/core";
import { IconArrowDown } from "@tabler/icons-react";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ConsoleMessage } from "../../shared/wire";
import { day, inFull } from "../parts/time";
import { text } from "../text";
import styles from "./Conversation.module.css";
import { MessageRow } from "./MessageRow";
import { lastSeq } from "./messages";
import { OutgoingRow } from "./OutgoingRow";
import type { OpenConversation } from "./state";
import { useDesk } from "./store";
import { TypingLine } from "./TypingLine";

const words = text.desk;
/** Nearer to the end than this counts as "at the end". */
const nearPx = 80;

export function MessageLog({ open }: { open: OpenConversation }) {
  const outgoing = useDesk((state) => state.outgoing);
  const place = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [news, setNews] = useState(false);
  const mine = outgoing.filter(
    ({ command }) =>
      command.conversation === open.id && (command.type === "say" || command.type === "note"),
  );
  const newest = `${lastSeq(open.messages)} ${mine.length} ${open.visitorTyping}`;
  const toEnd = useCallback(() => place.current?.scrollTo({ top: place.current.scrollHeight }), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs whenever something new is below
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else setNews(true);
  }, [newest]);
  useEffect(() => {
    // A growing reply box or a closing keyboard makes the log smaller: the end stays in sight.
    const watcher = new ResizeObserver(() => atEnd.current && toEnd());
    if (place.current) watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [toEnd]);

  function scrolled() {
    const box = place.current;
    if (!box) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearPx;
    if (atEnd.current) setNews(false);
  }

  return (
    <div className={styles.log}>
      <div
        className={styles.scroll}
        ref={place}
        onScroll={scrolled}
        role="log"
        aria-label={words.log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the keyboard
        tabIndex={0}
      >
        {open.messages.map((message, index) => (
          <Spoken
            key={message.seq}
            message={message}
            before={open.messages[index - 1]}
            open={open}
          />
        ))}
        {mine.map((out) => (
          <OutgoingRow key={out.command.id} out={out} />
        ))}
        <TypingLine open={open} />
      </div>
      {news && (
        <Button
          className={styles.below}
          size="compact-sm"
          radius="xl"
          leftSection={<IconArrowDown size={14} />}
          onClick={toEnd}
        >
          {words.newBelow}
        </Button>
      )}
    </div>
  );
}

function Spoken(props: {
  message: ConsoleMessage;
  before: ConsoleMessage | undefined;
  open: OpenConversation;
}) {
  const { message, before, open } = props;
  const newDay = !before || day(before.at) !== day(message.at);
  const seen = message.seq === lastSeenSeq(open);
  return (
    <>
      {newDay && (
        <div className={styles.day} title={inFull(message.at)}>
          {day(message.at)}
        </div>
      )}
      <MessageRow message={message} first={newDay || !sameSpeaker(before, message)} seen={seen} />
    </>
  );
}

function sameSpeaker(a: ConsoleMessage | undefined, b: ConsoleMessage): boolean {
  const soon = a && Date.parse(b.at) - Date.parse(a.at) < 5 * 60_000;
  return Boolean(soon && a.from === b.from && a.staff?.id === b.staff?.id && a.note === b.note);
}

/** The last message of the clinic that the visitor has seen; a note is never seen. */
function lastSeenSeq(open: OpenConversation): number {
  for (let index = open.messages.length - 1; index >= 0; index -= 1) {
    const message = open.messages[index];
    if (!message || message.seq > open.visitorRead || message.note) continue;
    if (message.from === "staff" || message.from === "bot") return message.seq;
    if (message.from === "visitor") return -1;
  }
  return -1;
}

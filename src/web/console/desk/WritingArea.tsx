// SPDX-License-Identifier: Apache-2.0
// The text field with ready replies, the typing sign and the length limit.
import { Textarea } from "@mantine/core";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Summary } from "../../shared/wire";
import { text } from "../text";
import { ReadyReplies } from "./ReadyReplies";
import styles from "./ReplyBox.module.css";
import { findReady, type ReadyReply } from "./ready";
import { SendButton } from "./SendButton";
import { useDesk } from "./store";
import { useWriting, write } from "./unsent";
import { useTypingSign } from "./useTypingSign";

const words = text.desk;
/** The server's limit, in code points (src/wire/README.md). */
const textMax = 2000;

export function WritingArea(props: {
  kind: "say" | "note";
  summary: Summary;
  focus: boolean;
  onSend: (text: string) => void;
}) {
  const { kind, summary, onSend } = props;
  const key = `${kind} ${summary.id}`;
  const value = useWriting((writing) => writing[key] ?? "");
  const me = useDesk((state) => state.me?.name ?? "");
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [active, setActive] = useState(0);
  const typing = useTypingSign(summary.id, kind === "say");
  const left = textMax - [...value].length;
  const searching = kind === "say" && /^\/\S*$/.test(value);
  const found = searching
    ? findReady(value.slice(1), summary.language, { staff: me, visitor: summary.visitor ?? "" })
    : [];

  useEffect(() => {
    if (props.focus) field.current?.focus();
  }, [props.focus]);

  function change(next: string) {
    write(key, next);
    setActive(0);
    if (!next.startsWith("/")) typing(next !== "");
  }
  function send() {
    if (!value.trim() || left < 0) return;
    onSend(value.trim());
    change("");
    field.current?.focus();
  }
  function insert(reply: ReadyReply) {
    change(reply.text);
    field.current?.focus();
  }
  function press(event: KeyboardEvent) {
    const chosen = found[active];
    if (event.nativeEvent.isComposing) return;
    if (searching && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : found.length - 1;
      if (found.length) setActive((active + step) % found.length);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (searching && chosen) insert(chosen);
      else if (!searching) send();
    } else if (event.key === "Escape") {
      if (searching) change("");
      else field.current?.blur();
    }
  }

  return (
    <div className={styles.area}>
      {searching && <ReadyReplies id={list} replies={found} active={active} onChoose={insert} />}
      <Textarea
        ref={field}
        variant="unstyled"
        autosize
        minRows={2}
        maxRows={9}
        aria-label={kind === "note" ? words.noteLabel : words.replyLabel}
        placeholder={kind === "note" ? words.notePlaceholder : words.replyPlaceholder}
        aria-autocomplete={kind === "say" ? "list" : undefined}
        aria-controls={searching ? list : undefined}
        aria-activedescendant={searching && found.length ? `${list}-${active}` : undefined}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={() => typing(false)}
      />
      <div className={styles.foot}>
        <span className={left < 0 ? styles.over : left < 200 ? undefined : styles.hint}>
          {left < 0 ? words.tooLong(-left) : left < 200 ? words.left(left) : words.enterHint[kind]}
        </span>
        <SendButton kind={kind} disabled={!value.trim() || left < 0} onClick={send} />
      </div>
    </div>
  );
}

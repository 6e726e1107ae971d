// SPDX-License-Identifier: Apache-2.0
// The admin's pages as a list, and "try a message"; on a phone a row to scroll, with the trial at
// its end always in sight: a button that floats over the page covers what is read or typed.
import {
  IconBook,
  IconClockHour4,
  IconHistory,
  IconListDetails,
  IconMessageQuestion,
  IconQuote,
  IconShieldHeart,
  IconTags,
  IconUsers,
} from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { Go } from "../app/Go";
import { type AdminPart, addresses, adminParts } from "../app/route";
import { text } from "../text";
import styles from "./admin.module.css";

const words = text.admin;
const icons = {
  topics: IconTags,
  facts: IconBook,
  hours: IconClockHour4,
  phrases: IconQuote,
  safety: IconShieldHeart,
  history: IconHistory,
  people: IconUsers,
  audit: IconListDetails,
};

export function AdminNav(props: {
  part: AdminPart;
  /** Whether the panel stands beside the page; undefined where it opens over it. */
  trying: boolean | undefined;
  onTry: () => void;
}) {
  // On a phone the row is longer than the screen: the page that is open must be seen in it.
  const here = useRef<HTMLAnchorElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another link
  useEffect(() => {
    here.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [props.part]);
  return (
    <nav className={styles.nav} aria-label={words.navigation}>
      <p className={styles.navTitle}>{words.title}</p>
      {adminParts.map((part) => {
        const Icon = icons[part];
        return (
          <Go
            key={part}
            {...(part === props.part && { ref: here })}
            to={addresses.admin(part)}
            className={styles.navLink}
            aria-current={part === props.part ? "page" : undefined}
          >
            <Icon size={18} stroke={1.6} aria-hidden />
            {words.parts[part]}
          </Go>
        );
      })}
      <button
        type="button"
        className={styles.navTry}
        aria-label={words.trial.title}
        aria-pressed={props.trying}
        aria-haspopup={props.trying === undefined ? "dialog" : undefined}
        onClick={props.onTry}
      >
        <IconMessageQuestion size={18} stroke={1.6} aria-hidden />
        <span className={styles.navTryLong}>{words.trial.title}</span>
        <span className={styles.navTryShort}>{words.trial.short}</span>
      </button>
    </nav>
  );
}

// SPDX-License-Identifier: Apache-2.0
// The admin's pages as a list; on a phone a row to scroll.
import {
  IconBook,
  IconClockHour4,
  IconHistory,
  IconMessageQuestion,
  IconQuote,
  IconShieldHeart,
  IconTags,
  IconUsers,
} from "@tabler/icons-react";
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
};

export function AdminNav(props: { part: AdminPart; trying: boolean; onTry: () => void }) {
  return (
    <nav className={styles.nav} aria-label={words.navigation}>
      <p className={styles.navTitle}>{words.title}</p>
      {adminParts.map((part) => {
        const Icon = icons[part];
        return (
          <Go
            key={part}
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
        aria-pressed={props.trying}
        onClick={props.onTry}
      >
        <IconMessageQuestion size={18} stroke={1.6} aria-hidden />
        {words.trial.title}
      </button>
    </nav>
  );
}

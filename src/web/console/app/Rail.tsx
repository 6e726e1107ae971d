// SPDX-License-Identifier: Apache-2.0
// The pages and one's own account: a rail on a desk, a bar at the bottom on a phone.
import { IconAdjustments, IconCalendarEvent, IconMessages } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Me } from "../../shared/wire";
import { callers } from "../desk/sections";
import { useDesk } from "../desk/store";
import { Mark } from "../parts/Mark";
import { text } from "../text";
import { AccountMenu } from "./AccountMenu";
import { Go } from "./Go";
import { addresses, type Route } from "./route";
import styles from "./Shell.module.css";

const words = text.common;

export function Rail({ me, route }: { me: Me; route: Route }) {
  const conversations = useDesk((state) => state.conversations);
  const requests = useDesk((state) => state.requests);
  const calling = callers({ conversations });
  const fresh = Object.values(requests).filter((request) => request.status === "open").length;
  return (
    <nav className={styles.rail} aria-label={words.navigation}>
      <div className={styles.mark}>
        <Mark size={30} />
      </div>
      <RailLink
        to={addresses.desk}
        here={route.page === "desk"}
        icon={<IconMessages size={22} stroke={1.6} />}
        label={words.pages.desk}
        count={calling.length}
        alert={calling.some((caller) => caller.alert)}
      />
      <RailLink
        to={addresses.requests}
        here={route.page === "requests"}
        icon={<IconCalendarEvent size={22} stroke={1.6} />}
        label={words.pages.requests}
        count={fresh}
      />
      {me.role === "admin" && (
        <RailLink
          to={addresses.admin("topics")}
          here={route.page === "admin"}
          icon={<IconAdjustments size={22} stroke={1.6} />}
          label={words.pages.admin}
        />
      )}
      <div className={styles.push} />
      <AccountMenu me={me} />
    </nav>
  );
}

function RailLink(props: {
  to: string;
  here: boolean;
  icon: ReactNode;
  label: string;
  count?: number;
  alert?: boolean;
}) {
  return (
    <Go to={props.to} className={styles.entry} aria-current={props.here ? "page" : undefined}>
      {props.icon}
      {props.label}
      {Boolean(props.count) && (
        <span className={styles.count} data-alert={props.alert || undefined}>
          {props.count}
        </span>
      )}
    </Go>
  );
}

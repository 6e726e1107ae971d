// SPDX-License-Identifier: Apache-2.0
// What the visitor wished, and in which zone the times on this sheet are.
import type { Request } from "../../shared/wire";
import { zoneIsClinics, zoneName } from "../parts/time";
import { text } from "../text";
import styles from "./requests.module.css";

const words = text.requests;

export function WishLine({ request }: { request: Request }) {
  return (
    <div className={styles.wish}>
      <div>{words.wished(request.times)}</div>
      <div className="quiet">
        {zoneIsClinics() ? words.zone(zoneName()) : words.zoneBrowser(zoneName())}
      </div>
    </div>
  );
}

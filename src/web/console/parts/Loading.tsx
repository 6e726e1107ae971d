// SPDX-License-Identifier: Apache-2.0
// Grey lines in the place of what is coming.
import { Skeleton } from "@mantine/core";
import { text } from "../text";
import styles from "./parts.module.css";

export function Loading({ lines = 5, tall = 38 }: { lines?: number; tall?: number }) {
  return (
    <div className={styles.loading} role="status" aria-label={text.common.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places
          key={line}
          height={tall}
          radius="md"
          style={{ opacity: 1 - line / (lines + 2) }}
        />
      ))}
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0
// Tells what the server refused, once, in a sentence.
import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { text } from "../text";
import type { Notice } from "./state";
import { dispatch, useDesk } from "./store";

const words = text.desk;

function sentence(notice: Notice): string {
  if (notice.code === "gone") return words.goneNotice;
  if (notice.code !== "conflict") return notice.detail;
  return notice.holder ? words.conflict(notice.holder.name) : words.conflictUnknown;
}

export function Notices() {
  const notices = useDesk((state) => state.notices);
  useEffect(() => {
    for (const notice of notices) {
      const title =
        notice.code === "gone" || notice.code === "conflict" ? {} : { title: words.refusedTitle };
      notifications.show({ id: notice.key, message: sentence(notice), ...title, autoClose: 8000 });
      dispatch({ kind: "told", key: notice.key });
    }
  }, [notices]);
  return null;
}

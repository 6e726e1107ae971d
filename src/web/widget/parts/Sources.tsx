// SPDX-License-Identifier: Apache-2.0
import type { Review, Source } from "../../shared/wire";
import { desk } from "../desk";
import { day } from "../times";
import { Link } from "./Link";

/** "Sources · checked 23 Nov 2026", opened for the list. */
export function Sources({ sources, review }: { sources: Source[]; review: Review | undefined }) {
  const { words, lang } = desk();
  return (
    <details class="sources">
      <summary>
        {words.sources}
        {review && ` · ${words.checked(day(lang, review.on))}`}
      </summary>
      <ul>
        {sources.map(({ title, url }) => (
          <li key={title}>
            <Link href={url}>{title}</Link>
          </li>
        ))}
      </ul>
      {review && <p>{review.by ? words.reviewedBy(review.by) : words.notSigned}</p>}
    </details>
  );
}

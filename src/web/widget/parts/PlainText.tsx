// SPDX-License-Identifier: Apache-2.0
import { pieces } from "../links";
import { Link } from "./Link";

/** Text as written: blank lines part paragraphs, addresses and numbers can be tapped. */
export function PlainText({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph}>
          {pieces(paragraph).map(({ text: words, href }) =>
            href ? (
              <Link key={words} href={href}>
                {words}
              </Link>
            ) : (
              words
            ),
          )}
        </p>
      ))}
    </>
  );
}

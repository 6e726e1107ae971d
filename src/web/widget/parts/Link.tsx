// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { safeHref } from "../links";

/** A web page opens beside this one, so that the conversation stays in sight. */
export function Link({ href, children }: { href?: string; children: ComponentChildren }) {
  const web = href?.startsWith("http");
  return href ? (
    <a
      href={safeHref(href)}
      target={web ? "_blank" : undefined}
      rel={web ? "noopener noreferrer" : undefined}
    >
      {children}
    </a>
  ) : (
    children
  );
}

// SPDX-License-Identifier: Apache-2.0
// A link to another page of the console: a real link, without loading the page anew.
import type { AnchorHTMLAttributes, MouseEvent, Ref } from "react";
import { navigate } from "./route";

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & {
  to: string;
  ref?: Ref<HTMLAnchorElement>;
};

export function Go({ to, onClick, ...rest }: Props) {
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    const plain = !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0;
    if (!plain || event.defaultPrevented) return;
    event.preventDefault();
    navigate(to);
  }
  return <a href={to} onClick={follow} {...rest} />;
}

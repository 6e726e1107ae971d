// SPDX-License-Identifier: Apache-2.0
// A time in few words; the full date with its zone on hover and for screen readers.
import { inFull, short } from "./time";

export function When(props: { at: string; shown?: (at: string) => string; className?: string }) {
  return (
    <time dateTime={props.at} title={inFull(props.at)} className={props.className}>
      {(props.shown ?? short)(props.at)}
    </time>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { desk } from "./desk";
import { Launcher } from "./parts/Launcher";
import { Panel } from "./parts/Panel";

/** The whole of what a visitor sees. */
export function Widget() {
  return desk().view.open ? <Panel /> : <Launcher />;
}

// SPDX-License-Identifier: Apache-2.0
// Every word of the console, by area. A second language is a second object of the type `Text`.
import { admin } from "./en/admin";
import { common } from "./en/common";
import { desk } from "./en/desk";
import { requests } from "./en/requests";
import { session } from "./en/session";

const en = { common, session, desk, requests, admin };
export type Text = typeof en;

export const text: Text = en;
/** For dates and numbers; the words above and these belong together. */
export const locale = "en-US";

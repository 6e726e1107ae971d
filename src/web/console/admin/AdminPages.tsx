// SPDX-License-Identifier: Apache-2.0
// The admin's pages: loaded only when an admin opens one.
import type { AdminPart } from "../app/route";

export default function AdminPages({ part }: { part: AdminPart; id: string | null }) {
  return <main>{part}</main>;
}

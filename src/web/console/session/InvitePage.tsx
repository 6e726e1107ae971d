// SPDX-License-Identifier: Apache-2.0
// The page behind an invitation or a reset link: only a password is missing.
import { text } from "../text";
import { OneTimeLinkCard } from "./OneTimeLinkCard";
import { acceptInvitation } from "./session";

const words = text.session;

export function InvitePage({ token }: { token: string }) {
  return (
    <OneTimeLinkCard
      token={token}
      title={words.inviteTitle}
      lead={words.inviteLead}
      go={words.inviteGo}
      send={(password) => acceptInvitation({ token, password })}
      explain={({ status, detail }) => (status === 410 || status === 404 ? words.gone : detail)}
    />
  );
}

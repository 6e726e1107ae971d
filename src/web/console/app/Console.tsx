// SPDX-License-Identifier: Apache-2.0
// The whole console: the pages before signing in, or the shell with the page of the address.
import { useEffect } from "react";
import { Failed } from "../parts/Failed";
import { Loading } from "../parts/Loading";
import { FirstAdminPage } from "../session/FirstAdminPage";
import { InvitePage } from "../session/InvitePage";
import { SignIn } from "../session/SignIn";
import { askSession, useSession } from "../session/session";
import { useRoute } from "./route";
import { Shell } from "./Shell";

export function Console() {
  const session = useSession((state) => state.session);
  const route = useRoute();
  useEffect(() => {
    askSession();
  }, []);

  if (route.page === "first-admin") return <FirstAdminPage token={route.token} />;
  if (route.page === "invite") return <InvitePage token={route.token} />;
  switch (session.phase) {
    case "asking":
      return <Loading lines={4} />;
    case "unreachable":
      return <Failed detail={session.detail} again={askSession} />;
    case "out":
      return <SignIn ended={session.ended} />;
    case "in":
      return <Shell me={session.me} route={route} key={session.me.id} />;
  }
}

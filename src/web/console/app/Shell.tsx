// SPDX-License-Identifier: Apache-2.0
// The signed-in console: the rail of pages, and the page. The socket lives exactly as long as this.
import { lazy, Suspense, useEffect } from "react";
import type { Me } from "../../shared/wire";
import { Attention } from "../desk/Attention";
import { DeskPage } from "../desk/DeskPage";
import { startLink, stopLink } from "../desk/link";
import { Notices } from "../desk/Notices";
import { dispatch } from "../desk/store";
import { keepUnsent } from "../desk/unsent";
import { Empty } from "../parts/Empty";
import { Loading } from "../parts/Loading";
import { RequestsPage } from "../requests/RequestsPage";
import { text } from "../text";
import { Go } from "./Go";
import { Palette } from "./Palette";
import { Rail } from "./Rail";
import { addresses, type Route } from "./route";
import styles from "./Shell.module.css";
import { ShortcutSheet } from "./ShortcutSheet";

// Most people never open it, and it is the larger part.
const AdminPages = lazy(() => import("../admin/AdminPages"));

export function Shell({ me, route }: { me: Me; route: Route }) {
  useEffect(() => {
    const stopKeeping = keepUnsent(me.id);
    startLink();
    return () => {
      stopLink();
      dispatch({ kind: "signed_out" });
      stopKeeping();
    };
  }, [me.id]);

  const inConversation = route.page === "desk" && route.conversation !== null;
  return (
    <div className={styles.shell} data-deep={inConversation || undefined}>
      <Rail me={me} route={route} />
      <div className={styles.page}>
        {route.page === "requests" && <RequestsPage />}
        {route.page === "desk" && <DeskPage conversation={route.conversation} />}
        {route.page === "admin" && me.role !== "admin" && (
          <Empty title={text.common.adminsOnly} lead={text.common.adminsOnlyLead}>
            <Go to={addresses.desk}>{text.common.toDesk}</Go>
          </Empty>
        )}
        {route.page === "admin" && me.role === "admin" && (
          <Suspense fallback={<Loading lines={8} />}>
            <AdminPages part={route.part} id={route.id} />
          </Suspense>
        )}
      </div>
      <Attention />
      <Notices />
      <Palette me={me} />
      <ShortcutSheet />
    </div>
  );
}

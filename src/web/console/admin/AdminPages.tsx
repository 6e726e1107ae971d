// SPDX-License-Identifier: Apache-2.0
// The admin's pages: loaded only when an admin opens one. Navigation, the page, "try a message"
// beside it, and the draft bar below.
import { Drawer } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { useEffect } from "react";
import type { AdminPart } from "../app/route";
import { Failed } from "../parts/Failed";
import { Loading } from "../parts/Loading";
import { text } from "../text";
import { AdminNav } from "./AdminNav";
import styles from "./admin.module.css";
import { AuditPage } from "./audit/AuditPage";
import { DraftBar } from "./draft/DraftBar";
import { FactsPage } from "./facts/FactsPage";
import { HistoryPage } from "./history/HistoryPage";
import { HoursPage } from "./hours/HoursPage";
import { PeoplePage } from "./people/PeoplePage";
import { PhrasesPage } from "./phrases/PhrasesPage";
import { RefusedFolder } from "./RefusedFolder";
import { loadRules, useRulesStore } from "./rulesStore";
import { SafetyPage } from "./safety/SafetyPage";
import { TopicPage } from "./topics/TopicPage";
import { TopicsPage } from "./topics/TopicsPage";
import { TryPanel } from "./trial/TryPanel";

export default function AdminPages({ part, id }: { part: AdminPart; id: string | null }) {
  const asked = useRulesStore((state) => state.asked);
  const wide = useMediaQuery("(min-width: 1280px)", true, { getInitialValueInEffect: false });
  const [trying, tryPanel] = useDisclosure(wide);
  useEffect(() => {
    loadRules();
  }, []);

  return (
    <div className={styles.admin} data-trying={(wide && trying) || undefined}>
      <AdminNav part={part} trying={wide ? trying : undefined} onTry={tryPanel.toggle} />
      <div className={styles.middle}>
        <main className={styles.page} key={`${part} ${id}`}>
          {asked.phase === "loading" && <Loading lines={8} />}
          {asked.phase === "failed" && <Failed detail={asked.detail} again={loadRules} />}
          {asked.phase === "loaded" && (
            <>
              <RefusedFolder findings={asked.rules.refused ?? []} />
              <Page part={part} id={id} />
            </>
          )}
        </main>
        {asked.phase === "loaded" && <DraftBar />}
      </div>
      {asked.phase === "loaded" && wide && trying && (
        <aside className={styles.aside} aria-label={text.admin.trial.title}>
          <TryPanel onClose={tryPanel.close} />
        </aside>
      )}
      {asked.phase === "loaded" && !wide && (
        <Drawer
          opened={trying}
          onClose={tryPanel.close}
          position="right"
          size={400}
          withCloseButton={false}
        >
          <TryPanel onClose={tryPanel.close} />
        </Drawer>
      )}
    </div>
  );
}

function Page({ part, id }: { part: AdminPart; id: string | null }) {
  switch (part) {
    case "topics":
      return id ? <TopicPage id={id} /> : <TopicsPage />;
    case "facts":
      return <FactsPage />;
    case "hours":
      return <HoursPage />;
    case "phrases":
      return <PhrasesPage />;
    case "safety":
      return <SafetyPage />;
    case "history":
      return <HistoryPage revision={id ? Number(id) : null} />;
    case "people":
      return <PeoplePage />;
    case "audit":
      return <AuditPage />;
  }
}

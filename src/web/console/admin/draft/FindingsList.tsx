// SPDX-License-Identifier: Apache-2.0
// What the check found, errors first, each with a way to its place.
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from "@tabler/icons-react";
import type { Finding } from "../../../shared/wire";
import { Go } from "../../app/Go";
import { type AdminPart, addresses } from "../../app/route";
import { text } from "../../text";
import styles from "../admin.module.css";

const words = text.admin.findings;
const icons = { error: IconCircleX, warning: IconAlertTriangle, note: IconInfoCircle };

/** Fewer than this are shown at once: they are read anyway. */
const fewMax = 4;

export function FindingsList({ findings, onGo }: { findings: Finding[]; onGo: () => void }) {
  const errors = findings.filter(({ severity }) => severity === "error");
  const others = findings.filter(({ severity }) => severity !== "error");
  const warnings = others.filter(({ severity }) => severity === "warning").length;
  const line = (finding: Finding) => (
    <FindingLine key={JSON.stringify(finding)} finding={finding} onGo={onGo} />
  );
  return (
    <>
      {errors.map(line)}
      {others.length <= fewMax ? (
        others.map(line)
      ) : (
        // Most are about places that nobody has touched now, and would push "publish" out of sight.
        <details className={styles.others}>
          <summary>{words.others(warnings, others.length - warnings)}</summary>
          {others.map(line)}
        </details>
      )}
    </>
  );
}

function FindingLine({ finding, onGo }: { finding: Finding; onGo: () => void }) {
  const Icon = icons[finding.severity];
  const address = addressOf(finding);
  return (
    <div className={styles.finding} data-severity={finding.severity}>
      <Icon size={18} className={styles.icon} aria-hidden />
      <div>
        <p>
          <b>{words.severity[finding.severity]}:</b> {finding.sentence}
        </p>
        {finding.witness && <p className="quiet">{words.witness(finding.witness)}</p>}
        <p className="id">
          {finding.topic ?? words.place(finding.file, finding.line, finding.column)}
        </p>
      </div>
      {address && (
        <Go to={address} onClick={onGo}>
          {words.go}
        </Go>
      )}
    </div>
  );
}

const partOfFile: Record<string, AdminPart> = {
  "facts.json": "facts",
  "settings.json": "hours",
  "phrases.json": "phrases",
  "safety.json": "safety",
};

function addressOf(finding: Finding): string | null {
  if (finding.topic) return addresses.admin("topics", finding.topic);
  const part = partOfFile[finding.file.split("/").pop() ?? ""];
  return part ? addresses.admin(part) : null;
}

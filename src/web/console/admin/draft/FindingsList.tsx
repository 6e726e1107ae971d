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

export function FindingsList({ findings, onGo }: { findings: Finding[]; onGo: () => void }) {
  return (
    <div>
      {findings.map((finding) => {
        const Icon = icons[finding.severity];
        const address = addressOf(finding);
        return (
          <div
            key={JSON.stringify(finding)}
            className={styles.finding}
            data-severity={finding.severity}
          >
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
      })}
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

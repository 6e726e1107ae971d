// SPDX-License-Identifier: Apache-2.0
// Asks the server what it has to say about a draft, once the draft has stood still for a moment.
import { useDebouncedValue } from "@mantine/hooks";
import { useCallback } from "react";
import type { CheckResult, Draft, Finding } from "../../../shared/wire";
import { post } from "../../app/rest";
import { type Load, useLoad } from "../../app/useLoad";

const stillMs = 300;
const weight = { error: 0, warning: 1, note: 2 };

export function useCheck(draft: Draft): Load<Finding[]> & { again: () => void } {
  const [text] = useDebouncedValue(JSON.stringify(draft), stillMs);
  const load = useCallback(async () => {
    const body = { draft: JSON.parse(text) as Draft };
    const { findings } = await post<CheckResult>("rules/check", body);
    return findings.sort((a, b) => weight[a.severity] - weight[b.severity]);
  }, [text]);
  return useLoad(load);
}

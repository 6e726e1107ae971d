// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { copyMonday, spanTrouble } from "./hours";

describe("opening hours", () => {
  it("may have a break at noon", () => {
    const spans = [
      { from: "09:00", to: "12:00" },
      { from: "13:00", to: "17:00" },
    ];
    expect([spanTrouble(spans, 0), spanTrouble(spans, 1)]).toEqual([null, null]);
  });
  it("do not end before they begin, and do not overlap", () => {
    expect(spanTrouble([{ from: "17:00", to: "09:00" }], 0)).toBe("wrongOrder");
    const spans = [
      { from: "09:00", to: "12:00" },
      { from: "11:00", to: "17:00" },
    ];
    expect(spanTrouble(spans, 1)).toBe("overlap");
  });
  it("copy Monday to the other working days, not to the weekend", () => {
    const week = copyMonday({ monday: [{ from: "08:00", to: "12:00" }] });
    expect(week.friday).toEqual([{ from: "08:00", to: "12:00" }]);
    expect(week.saturday).toBeUndefined();
  });
});

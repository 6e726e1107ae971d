// SPDX-License-Identifier: Apache-2.0
// Something could not be loaded: why, and "try again".
import { Button } from "@mantine/core";
import { text } from "../text";
import { Empty } from "./Empty";

export function Failed({ detail, again }: { detail: string; again: () => void }) {
  return (
    <div role="alert">
      <Empty title={text.common.couldNotLoad} lead={detail}>
        <Button variant="default" onClick={again}>
          {text.common.tryAgain}
        </Button>
      </Empty>
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0
// Search and commands, with Ctrl+K or Cmd+K.
import { Spotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import type { Me } from "../../shared/wire";
import { setAvailable } from "../desk/link";
import { useSound } from "../desk/sound";
import { useDesk } from "../desk/store";
import { visitorName } from "../desk/visitorName";
import { text } from "../text";
import { addresses, adminParts, navigate } from "./route";
import { openSheet } from "./ShortcutSheet";

const words = text.desk;

export function Palette({ me }: { me: Me }) {
  return (
    <Spotlight
      actions={usePaletteActions(me)}
      shortcut={["mod + K"]}
      limit={60}
      scrollable
      maxHeight={440}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      nothingFound={words.paletteNothing}
      highlightQuery
      // At once: what is typed while it fades in would be lost.
      transitionProps={{ duration: 0 }}
      title={text.common.palette}
      searchProps={{ placeholder: words.paletteSearch, "aria-label": words.paletteSearch }}
    />
  );
}

function usePaletteActions(me: Me): SpotlightActionGroupData[] {
  const conversations = useDesk((state) => state.conversations);
  const available = useDesk((state) => state.me?.available ?? false);
  const sound = useSound();
  const page = (label: string, address: string, description = "") => ({
    id: address,
    label,
    description,
    onClick: () => navigate(address),
  });
  return [
    {
      group: words.paletteConversations,
      actions: Object.values(conversations).map((summary) => ({
        id: summary.id,
        label: visitorName(summary),
        description: summary.last?.text.slice(0, 90) ?? "",
        onClick: () => navigate(addresses.conversation(summary.id)),
      })),
    },
    {
      group: words.palettePages,
      actions: [
        page(text.common.pages.desk, addresses.desk, words.title),
        page(text.common.pages.requests, addresses.requests, text.requests.title),
        ...(me.role === "admin"
          ? adminParts.map((part) => page(text.admin.parts[part], addresses.admin(part)))
          : []),
      ],
    },
    {
      group: words.paletteCommands,
      actions: [
        {
          id: "available",
          label: available ? words.goUnavailable : words.goAvailable,
          onClick: () => setAvailable(!available),
        },
        {
          id: "sound",
          label: sound.on ? words.soundOff : words.soundOn,
          onClick: () => sound.set(!sound.on),
        },
        { id: "sheet", label: words.shortcutsTitle, onClick: openSheet },
      ],
    },
  ];
}

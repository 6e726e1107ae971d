// SPDX-License-Identifier: Apache-2.0
// The sheet of keyboard shortcuts, opened with ? or from the account menu.
import { Kbd, Modal, Table } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { create } from "zustand";
import { text } from "../text";

const useSheet = create(() => ({ opened: false }));
export const openSheet = () => useSheet.setState({ opened: true });
const closeSheet = () => useSheet.setState({ opened: false });

export function ShortcutSheet() {
  const opened = useSheet((state) => state.opened);
  useHotkeys([["shift+?", openSheet]]);
  return (
    <Modal opened={opened} onClose={closeSheet} title={text.desk.shortcutsTitle}>
      <Table verticalSpacing={6} withRowBorders={false}>
        <Table.Tbody>
          {text.desk.shortcuts.map(({ keys, does }) => (
            <Table.Tr key={does}>
              <Table.Td w={130}>
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

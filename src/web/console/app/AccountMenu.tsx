// SPDX-License-Identifier: Apache-2.0
// One's own account: sound, colours, shortcuts, password, signing out.
import { Menu, useMantineColorScheme } from "@mantine/core";
import {
  IconBell,
  IconBellOff,
  IconCheck,
  IconKey,
  IconKeyboard,
  IconLogout,
  IconUserCircle,
} from "@tabler/icons-react";
import { useState } from "react";
import type { Me } from "../../shared/wire";
import { useSound } from "../desk/sound";
import { forgetUnsent } from "../desk/unsent";
import { ChangePassword } from "../session/ChangePassword";
import { signOut } from "../session/session";
import { text } from "../text";
import styles from "./Shell.module.css";
import { openSheet } from "./ShortcutSheet";

const words = text.common;
const schemes = ["auto", "light", "dark"] as const;

export function AccountMenu({ me }: { me: Me }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const sound = useSound();
  const [password, setPassword] = useState(false);
  const leave = () => {
    forgetUnsent();
    signOut();
  };
  return (
    <>
      <Menu position="right-end" width={240}>
        <Menu.Target>
          <button type="button" className={styles.entry} aria-label={words.account}>
            <IconUserCircle size={22} stroke={1.6} />
            {me.name.split(" ")[0]}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {me.name} · {me.username}
          </Menu.Label>
          <Menu.Item
            leftSection={sound.on ? <IconBell size={16} /> : <IconBellOff size={16} />}
            onClick={() => sound.set(!sound.on)}
          >
            {sound.on ? text.desk.soundOff : text.desk.soundOn}
          </Menu.Item>
          <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openSheet}>
            {words.shortcuts}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{words.colours}</Menu.Label>
          {schemes.map((scheme) => (
            <Menu.Item
              key={scheme}
              leftSection={
                <IconCheck size={16} visibility={colorScheme === scheme ? "visible" : "hidden"} />
              }
              onClick={() => setColorScheme(scheme)}
            >
              {words.colourChoices[scheme]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconKey size={16} />} onClick={() => setPassword(true)}>
            {words.changePassword}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={leave}>
            {words.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangePassword opened={password} onClose={() => setPassword(false)} />
    </>
  );
}

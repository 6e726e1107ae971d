// SPDX-License-Identifier: Apache-2.0
import { needsNotice } from "../conversation";
import { desk } from "../desk";
import { keepFocus } from "../focus";
import { Composer } from "./Composer";
import { ForgetDialog } from "./ForgetDialog";
import { HelpButtons } from "./HelpButtons";
import { MessageList } from "./MessageList";
import { PanelHeader } from "./PanelHeader";
import { PrivacyNotice } from "./PrivacyNotice";
import { Rating } from "./Rating";
import { StatusLine } from "./StatusLine";

/** The chat itself. */
export function Panel() {
  const { chat, view, clinic, words, show } = desk();
  return (
    <section
      class="panel"
      role="dialog"
      aria-label={words.panel(clinic)}
      tabIndex={-1}
      onKeyDown={(event) => {
        // Keys typed here are not meant for the page's own shortcuts.
        event.stopPropagation();
        if (event.key === "Tab") keepFocus(event, event.currentTarget);
        if (event.key !== "Escape" || event.isComposing) return;
        // Closes what lies on top.
        if (view.forgetting) show({ forgetting: false });
        else if (view.menu) show({ menu: false });
        else show({ open: false });
      }}
    >
      <PanelHeader />
      <StatusLine />
      <MessageList />
      <div class="foot">
        {needsNotice(chat) || view.reading ? (
          <PrivacyNotice />
        ) : !chat.settings && chat.link !== "offline" ? (
          // Whether the notice has to come first is not known yet: a field shown now would vanish.
          <p class="connecting" role="status">
            {words.connecting}
          </p>
        ) : (
          <>
            {chat.status === "closed" && chat.messages.length > 0 && <Rating />}
            <HelpButtons />
            <Composer />
          </>
        )}
      </div>
      {view.forgetting && <ForgetDialog />}
    </section>
  );
}

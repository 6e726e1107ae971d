// SPDX-License-Identifier: Apache-2.0
// The style, attached so that a strict content security policy of the page does not stop it.
import css from "./style/all.css?inline";

export function attachStyle(root: ShadowRoot, nonce: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Safari before 16.4 has no constructable sheets; there a style element, with the script's nonce.
    const style = document.createElement("style");
    style.nonce = nonce;
    style.textContent = css;
    root.append(style);
  }
}

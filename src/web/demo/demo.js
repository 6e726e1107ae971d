// SPDX-License-Identifier: Apache-2.0
// Calls made before the widget has loaded wait in a queue.
window.frontdesk ??= (...args) => {
  window.frontdesk.q = [...(window.frontdesk.q ?? []), args];
};
document.getElementById("ask").addEventListener("click", () => window.frontdesk("show"));

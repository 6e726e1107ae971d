// SPDX-License-Identifier: Apache-2.0
// Stands for preact/jsx-runtime in the build: that one also serves templates compiled ahead of time,
// which the widget does not have.
import { createElement, Fragment } from "preact";

const jsx = (type: string, props: Record<string, unknown>, key?: string) =>
  createElement(type, key === undefined ? props : { ...props, key });

export { Fragment, jsx, jsx as jsxs };

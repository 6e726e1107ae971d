// Every browser has Web Crypto as a global. Node 18, which Debian 12 ships, keeps it in a module.
import { webcrypto } from "node:crypto";

globalThis.crypto ??= webcrypto as Crypto;

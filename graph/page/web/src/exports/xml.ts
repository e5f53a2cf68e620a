/** Text that can stand in XML. */

/** What XML cannot hold; a reader sees that something stood there. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g; // eslint-disable-line no-control-regex -- they are meant

/** A text with a sign where something stood that XML cannot hold. */
export const writable = (text: string): string => text.replace(UNWRITABLE, "\ufffd");

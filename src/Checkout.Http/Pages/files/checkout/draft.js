// What is typed and is not the order's yet stays in this tab: a reload brings it back.

/** @param order what tells the drafts of several orders apart. */
export function draftOf(order) {
  const key = `checkout-draft:${order}`;
  return {
    /** As it is kept now: another one was typed since when it differs. */
    text() {
      try {
        return sessionStorage.getItem(key);
      } catch {
        return null;
      }
    },
    read() {
      try {
        return JSON.parse(this.text()) ?? {};
      } catch {
        return {};
      }
    },
    keep(typed) {
      try {
        sessionStorage.setItem(key, JSON.stringify(typed));
      } catch {
        // A storage that is full or forbidden keeps nothing.
      }
    },
    forget() {
      try {
        sessionStorage.removeItem(key);
      } catch {
        // As above.
      }
    },
  };
}

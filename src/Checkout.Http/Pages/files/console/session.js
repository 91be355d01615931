// Who is signed in: kept by the tab alone, and gone with it.

const name = 'checkout-console';

export const session = {
  read() {
    try {
      return JSON.parse(sessionStorage.getItem(name));
    } catch {
      return null;
    }
  },
  keep({ shop, token }) {
    sessionStorage.setItem(name, JSON.stringify({ shop, token }));
  },
  forget() {
    sessionStorage.removeItem(name);
  },
};

/** What the caller may do, from `GET …/me`. */
export const allows = (me) => (scope) => me.scopes.includes('*') || me.scopes.includes(scope);

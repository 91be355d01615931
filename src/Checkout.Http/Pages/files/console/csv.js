// CSV as the exports write it (RFC 4180).

/** What the export puts an apostrophe before, so that a spreadsheet takes it for no formula. */
const formula = /^'(?=[=+\-@\t\r\n＝＋－＠])/;

/**
 * The rows of a text of CSV, each an object by the names in the first line; null of a row that has more or fewer cells, and
 * null in all of a text with a quote where none may be.
 */
export function readCsv(text) {
  const read = lines(text.replace(/^\uFEFF/, ''));
  if (read === null) return null;
  const [names, ...rows] = read;
  return rows.map((cells) =>
    cells.length === names.length ? Object.fromEntries(names.map((name, at) => [name, cells[at].replace(formula, '')])) : null,
  );
}

function lines(text) {
  const found = [];
  let cells = [];
  let at = 0;
  // Each cell begins where the one before ended: what is no cell is passed over nowhere.
  for (const [whole, cell, end] of text.matchAll(/("(?:[^"]|"")*"|[^,"\r\n]*)(,|\r?\n|$)/gy)) {
    at += whole.length;
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') continue;
    if (cells.length > 1 || cells[0] !== '') found.push(cells);
    cells = [];
  }
  return at === text.length ? found : null;
}

/** The text that stands for a table of cells, as the server reads it: `[[a,b],[c,_]]`, where `_` is a blank cell. */
const BLANK = '_';

/** The text of rows of cells; empty where every cell is. */
export function textOf(rows) {
    const isBlank = rows.every(row => row.every(cell => cell.trim() === ''));
    return isBlank ? '' : `[${rows.map(row => `[${row.map(cell => cell.trim() || BLANK).join(',')}]`).join(',')}]`;
}

/** Whether a text is one of a table with a blank cell in it. */
export function hasBlankCell(text) {
    return text.startsWith('[[') && /[[,]_[,\]]/.test(text);
}

/** The rows of cells of such a text; spaces between them are ignored. */
export function rowsOf(text) {
    return text.replace(/^\s*\[\s*\[?|\]?\s*\]\s*$/g, '').split(/\]\s*,\s*\[/).map(row => row.split(',').map(cellOf));
}

/** The content of a cell; empty for a blank one. */
export function cellOf(text) {
    const cell = text.trim();
    return cell === BLANK ? '' : cell;
}

import {cellOf, textOf} from './attempt-grid-text.js';

/**
 * A grid of cells over the text of a matrix. The text stays the answer; the grid writes `[[a,b],[c,_]]` into it and unfolds
 * a pasted matrix. What the grid cannot show stays text.
 */
const LARGEST = 30;

/** An array call around a list, such as np.array(…); the server lists the names. */
const WRAPPED = /^(?:[\w.]*\.)?(\w+)\(\s*(\[.*\]|\(.*\))\s*(?:,[^[\]]*)?\)\s*;?$/s;
const LATEX = /^(?:\$|\\\[|\\left\s*[([]|\s)*\\begin\{([pbvBV]?matrix|array)\}(?:\{[lcr|\s]*\})?(.*)\\end\{\1\}(?:\$|\\\]|\\right\s*[)\]]|\s)*$/s;
/** The name that a line of a program gives the matrix behind it: A = [[1, 2]]. */
const LEFT_SIDE = /^[\p{L}_]\w{0,40}\s*:?=\s*(?=[-+.\d[({\\$|\w])/u;
/** Rows between bars, as Markdown has them, and the rule beneath its head, which may be empty; with a rule the outer bars may be left out. */
const BARS = /^\|.*\|$/;
const RULE = /^[|\s:-]+$/;
const RULE_OF_TABLE = /^\|?\s*:?-+:?(?:\s*\|\s*:?-+:?)+\s*\|?$/;
const BRACES = /^\{[^\\]*\}\s*;?$/s;
/** Tuples in a tuple or list, each with a comma in it. */
const TUPLES = /^(?=\[.*\]\s*;?$|\(.*\)\s*;?$)[[(]\s*(?:\((?=[^()]*,)[^()[\]]*\)\s*(?:,\s*)?)+[\])]\s*;?$/s;
const ROWS_IN_BRACKETS = /^\[\s*((?:\[[^[\]]*\]\s*(?:[,;]\s*)?)+)\]\s*;?$/;
const ONE_BRACKET = /^\[([^[\]]*)\]\s*;?$/;

/**
 * The cells of a matrix as typed or pasted, row by row; null where they do not make a grid, so that nothing typed is lost.
 * The constructor names that may stand around a list are separated by spaces.
 */
export function cellsOf(text, constructors) {
    const typed = text.normalize('NFKC').replace(/[−–—]/g, '-').replace(/\r\n?/g, '\n').trim().replace(LEFT_SIDE, '');
    const plain = BRACES.test(typed) ? typed.replaceAll('{', '[').replaceAll('}', ']') : typed;
    const [, name, list] = WRAPPED.exec(plain) ?? [];
    const bare = constructors.includes(` ${name} `) ? list : plain;
    const lists = TUPLES.test(bare) ? bare.replaceAll('(', '[').replaceAll(')', ']') : bare;
    const rows = rowsOf(lists).map(row => row.map(cellOf));
    const isGrid = rows.length > 0 && rows.length <= LARGEST && rows[0].length <= LARGEST
        && rows.every(row => row.length === rows[0].length && row.every(isCell));
    return isGrid ? rows : null;
}

function rowsOf(text) {
    const latex = LATEX.exec(text);
    if (latex) {
        return linesOf(latex[2], /\\\\/).map(row => row.split('&').map(cell => cell.trim()));
    }
    const lines = text.split('\n').map(line => line.trim()).filter(line => line !== '');
    const isTable = lines.length > 1 && RULE_OF_TABLE.test(lines[1]) && lines.every(line => line.includes('|'));
    if (isTable || (lines.length > 0 && lines.every(line => BARS.test(line)))) {
        return rowsBetweenBars(lines);
    }
    const bracketed = ROWS_IN_BRACKETS.exec(text);
    if (bracketed) {
        return bracketed[1].match(/\[[^[\]]*\]/g).map(row => cellsOfRow(row.slice(1, -1)));
    }
    return linesOf(ONE_BRACKET.exec(text)?.[1] ?? text, /[;\n]+/).map(cellsOfRow);
}

/** The rows of a table of Markdown without its rules, and without a head that has no number in it. */
function rowsBetweenBars(lines) {
    const head = lines.length > 1 && RULE.test(lines[1]) && !/\d/.test(lines[0]);
    return lines.slice(head ? 1 : 0).filter(line => !RULE.test(line))
        .map(line => line.replace(/^\||\|$/g, '').split('|').map(cell => cell.trim()));
}

/** The lines of a text without an empty last one. */
function linesOf(text, end) {
    const lines = text.split(end);
    while (lines.length > 0 && lines.at(-1).trim() === '') {
        lines.pop();
    }
    return lines;
}

function cellsOfRow(row) {
    if (row.includes(',')) {
        return row.split(',').map(cell => cell.trim());
    }
    if (row.includes('\t')) {
        return row.split('\t').map(cell => cell.trim());
    }
    // A space separates two cells, but not an operator with a space on both sides: "1 -2" is two, "1 - 2" is one.
    return row.trim().replace(/\s*([+*/^])\s*|\s+(-)\s+/g, (all, sign, minus) => sign ?? minus).split(/\s+/);
}

/** Whether a cell may be a number: no bracket or equals sign in it, and balanced parentheses. */
function isCell(cell) {
    return !/[[\]=&;]/.test(cell) && (cell.match(/\(/g) ?? []).length === (cell.match(/\)/g) ?? []).length;
}

/** Puts the grid in front of every matrix field of a page. */
export function unfoldMatrices(root) {
    root.querySelectorAll('[data-matrix]').forEach(field => new MatrixField(field));
}

class MatrixField {
    constructor(field) {
        this.field = field;
        this.text = field.querySelector('textarea');
        this.grid = field.querySelector('[data-matrix-grid]');
        this.sizes = field.querySelector('[data-matrix-size]');
        this.modes = field.querySelector('[data-matrix-modes]');
        this.rows = field.querySelector('[data-matrix-rows]');
        this.columns = field.querySelector('[data-matrix-columns]');
        this.constructors = field.dataset.constructors;
        this.isFixed = field.dataset.fixed === 'true';
        this.cells = [];
        this.modes.hidden = false;
        this.rows.addEventListener('change', () => this.resize());
        this.columns.addEventListener('change', () => this.resize());
        this.modes.addEventListener('change', event => this.show(event.target.value));
        this.grid.addEventListener('input', event => this.typed(event.target));
        this.grid.addEventListener('paste', event => this.pasted(event));
        this.grid.addEventListener('keydown', event => this.moved(event));
        const cells = this.text.value.trim() === '' ? null : cellsOf(this.text.value, this.constructors);
        if (this.text.value.trim() !== '' && (cells === null || !this.fits(cells))) {
            this.choose('text');
        } else {
            this.draw(cells ?? blank(Number(this.rows.value), Number(this.columns.value)));
            this.choose('cells');
        }
    }

    choose(mode) {
        this.modes.querySelector(`[value=${mode}]`).checked = true;
        this.show(mode);
    }

    show(mode) {
        if (mode === 'cells') {
            const cells = this.text.value.trim() === '' ? this.cells : cellsOf(this.text.value, this.constructors);
            if (cells === null || !this.fits(cells)) {
                this.modes.querySelector('[value=text]').checked = true;
                this.field.querySelector('[data-matrix-problem]').hidden = false;
                return;
            }
            if (cells.length > 0) {
                this.draw(cells);
            }
        }
        this.field.querySelector('[data-matrix-problem]').hidden = true;
        this.grid.hidden = mode !== 'cells';
        this.sizes.hidden = mode !== 'cells' || this.isFixed;
        this.text.hidden = mode === 'cells';
    }

    fits(cells) {
        return !this.isFixed
            || (cells.length === Number(this.rows.value) && cells[0].length === Number(this.columns.value));
    }

    draw(cells) {
        this.cells = cells;
        this.rows.value = cells.length;
        this.columns.value = cells[0].length;
        const table = document.createElement('table');
        cells.forEach((row, i) => {
            const line = table.insertRow();
            row.forEach((cell, j) => {
                const input = document.createElement('input');
                input.type = 'text';
                input.value = cell;
                input.autocomplete = 'off';
                input.spellcheck = false;
                input.inputMode = 'decimal';
                input.dataset.numberKeys = this.field.dataset.numberKeys;
                input.dataset.row = i;
                input.dataset.column = j;
                input.setAttribute('aria-label', `${this.grid.dataset.label} ${i + 1}, ${j + 1}`);
                if (this.text.disabled || this.text.readOnly) {
                    input.readOnly = true;
                }
                line.insertCell().append(input);
            });
        });
        this.grid.replaceChildren(table);
        this.widen();
    }

    widen() {
        const longest = Math.max(3, ...this.cells.flat().map(cell => cell.length));
        this.grid.style.setProperty('--cell', `${Math.min(longest, 14) + 2}ch`);
    }

    resize() {
        const rows = bounded(this.rows);
        const columns = bounded(this.columns);
        const cells = blank(rows, columns).map((row, i) => row.map((cell, j) => this.cells[i]?.[j] ?? ''));
        this.draw(cells);
        this.write();
    }

    typed(input) {
        this.cells[input.dataset.row][input.dataset.column] = input.value;
        this.widen();
        this.write();
    }

    pasted(event) {
        const pasted = event.clipboardData.getData('text');
        const cells = cellsOf(pasted, this.constructors);
        if (!/[\s,;&[]/.test(pasted.trim())) {
            return;
        }
        event.preventDefault();
        if (cells === null || !this.fits(cells)) {
            this.text.value = pasted;
            this.choose('text');
            this.changed();
            this.text.focus();
            return;
        }
        this.draw(cells);
        this.write();
        this.grid.querySelector('input').focus();
    }

    /** Arrow keys move between cells where the caret stands at the edge of one. */
    moved(event) {
        const input = event.target;
        const atStart = input.selectionStart === 0 && input.selectionEnd === 0;
        const atEnd = input.selectionStart === input.value.length;
        const step = {ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0]}[event.key]
            ?? (event.key === 'ArrowLeft' && atStart ? [0, -1] : null)
            ?? (event.key === 'ArrowRight' && atEnd ? [0, 1] : null);
        if (step === null) {
            return;
        }
        event.preventDefault();
        const next = this.cellAt(Number(input.dataset.row) + step[0], Number(input.dataset.column) + step[1]);
        next?.focus();
        next?.select();
    }

    cellAt(row, column) {
        return this.grid.querySelector(`input[data-row="${row}"][data-column="${column}"]`);
    }

    write() {
        this.text.value = textOf(this.cells);
        this.changed();
    }

    changed() {
        this.text.dispatchEvent(new Event('input', {bubbles: true}));
    }
}

function bounded(input) {
    const number = Math.min(LARGEST, Math.max(1, Math.round(Number(input.value)) || 1));
    input.value = number;
    return number;
}

function blank(rows, columns) {
    return Array.from({length: rows}, () => Array(columns).fill(''));
}

import {keyOf} from './attempt-part-key.js';

/** Where one types on in a part, the best place first. */
const FIELDS = ['input[data-verdict=incorrect]', '[data-verdict=incorrect] input', '[data-matrix-grid]:not([hidden]) input', '[data-response]:not([hidden])', 'tbody input', 'label input'];

/**
 * Checks and hints of practice without leaving the page: the buttons ask the server as the form would, and only the marks, the
 * hints and the navigator of its answer are put in place. Fields stay as they are. Where the answer is any other page, the
 * browser goes there.
 */
export class Check {
    constructor(sheet, parts) {
        this.sheet = sheet;
        this.parts = parts;
        this.whole = false;
        this.parts.forEach(colour);
    }

    /** Whether a button asks for what can be shown in place. */
    takes(button) {
        return !this.whole && button !== null && button.matches('[data-in-place]');
    }

    /** Asks the server, and shows what it says; the whole page where that cannot be shown in place. */
    async ask(button) {
        const body = new URLSearchParams(new FormData(this.sheet, button));
        this.sheet.setAttribute('aria-busy', 'true');
        button.disabled = true;
        try {
            const reply = await fetch(button.formAction, {method: 'POST', body});
            const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
            if (reply.ok && this.isSame(page)) {
                this.show(page, button.dataset.inPlace);
            } else {
                this.leave(button);
            }
        } catch (unreachable) {
            this.leave(button);
        } finally {
            this.sheet.removeAttribute('aria-busy');
        }
    }

    /** Asks once more as a form without scripts does; the browser shows whatever the server says. */
    leave(button) {
        this.whole = true;
        button.disabled = false;
        this.sheet.requestSubmit(button);
    }

    /** Whether a page asks the same variant of the same question. */
    isSame(page) {
        const shown = page.getElementById('sheet');
        return shown !== null && ['position', 'variant'].every(name =>
            shown.elements[name].value === this.sheet.elements[name].value);
    }

    show(page, what) {
        this.parts.forEach(part => {
            const mark = page.querySelector(`[data-part="${part.dataset.part}"] .mark`);
            drop(part);
            if (mark) {
                part.append(mark);
                colour(part);
            }
            mend(part, page);
        });
        for (const place of ['.practice', '.navigator']) {
            document.querySelector(place)?.replaceChildren(...page.querySelector(place).childNodes);
        }
        drawMath(document);
        const score = document.querySelector('[data-score]');
        document.getElementById('check-said').textContent = what === 'check' && score ? score.textContent : '';
        const wrong = this.parts.find(part => part.querySelector('.mark-incorrect, .mark-partial, .mark-unreadable'));
        const next = what === 'hint' ? document.querySelector('#hints > :last-child') : wrong ?? score;
        focus(next);
    }
}

/** Takes the old verdict of an answer that has been edited away. */
export function drop(part) {
    part.querySelector('.mark')?.remove();
    part.querySelectorAll('[data-verdict]').forEach(cell => {
        delete cell.dataset.verdict;
        cell.removeAttribute('aria-describedby');
        cell.querySelector('.cell-said')?.remove();
    });
}

/** Gives the cells of a table of choices the verdicts that they have on a fresh page. */
function mend(part, page) {
    const fresh = page.querySelectorAll(`[data-part="${part.dataset.part}"] .field-table td`);
    part.querySelectorAll('.field-table td').forEach((cell, i) => {
        if (fresh[i].dataset.verdict) {
            cell.dataset.verdict = fresh[i].dataset.verdict;
            cell.append(fresh[i].querySelector('.cell-said'));
        }
    });
}

/** Gives the cells of a part's grid the colours and signs of its mark, in place of a second grid beneath. */
function colour(part) {
    const marked = part.querySelector('.marked-cells');
    const grid = part.querySelector('[data-matrix-grid]:not([hidden])');
    if (!marked || !grid) {
        return;
    }
    const verdicts = [...marked.querySelectorAll('tr')].map(row => [...row.cells]);
    const inputs = verdicts.map((row, i) => row.map((cell, j) =>
        grid.querySelector(`input[data-row="${i}"][data-column="${j}"]`)));
    if (inputs.flat().some(input => input === null) || grid.querySelectorAll('input').length !== inputs.flat().length) {
        return;
    }
    verdicts.forEach((row, i) => row.forEach((cell, j) => {
        const input = inputs[i][j];
        const said = cell.querySelector('.unseen');
        input.dataset.verdict = cell.className.replace('cell-', '');
        said.id = `verdict-${keyOf(part).part}-${i}-${j}`;
        input.setAttribute('aria-describedby', said.id);
    }));
    marked.hidden = true;
}

/** Leads the eye and the keyboard there, without a jump where it can be seen already. */
function focus(place) {
    if (!place) {
        return;
    }
    const field = FIELDS.map(css => place.querySelector(css)).find(found => found !== null) ?? place;
    if (field === place) {
        place.tabIndex = -1;
    }
    field.focus({preventScroll: true});
    place.scrollIntoView({block: 'nearest'});
}

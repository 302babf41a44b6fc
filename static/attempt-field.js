import {rowsOf as rowsOfText, textOf as textOfRows} from './attempt-grid-text.js';

/** Converts between the controls of a part and its response, the one text that the server reads. */
const KINDS = {
    text: {
        read: part => control(part).value,
        write: (part, text) => {
            control(part).value = text;
        },
    },
    one: {
        read: part => part.querySelector('input:checked')?.value ?? '',
        write: (part, text) => part.querySelectorAll('input').forEach(input => {
            input.checked = input.value === text;
        }),
    },
    several: {
        read: part => [...part.querySelectorAll('input:checked')].map(input => input.value).join(','),
        write: (part, text) => {
            const chosen = text.split(',').map(id => id.trim());
            part.querySelectorAll('input').forEach(input => {
                input.checked = chosen.includes(input.value);
            });
        },
    },
    table: {
        read: part => {
            return textOfRows(rowsOf(part).map(row => row.map(cell => cell.find(input => input.checked)?.value ?? '')));
        },
        write: (part, text) => {
            const rows = rowsOfText(text);
            rowsOf(part).forEach((row, i) => row.forEach((cell, j) => cell.forEach(input => {
                input.checked = input.value === (rows[i]?.[j] ?? '');
            })));
        },
    },
};

export function textOf(part) {
    return (KINDS[part.dataset.kind] ?? KINDS.text).read(part);
}

export function write(part, text) {
    (KINDS[part.dataset.kind] ?? KINDS.text).write(part, text);
}

function control(part) {
    return part.querySelector('[data-response]');
}

/** The radio buttons of a table of options, by row, column and option; marks below it are a table too. */
function rowsOf(part) {
    return [...part.querySelectorAll('.field-table tbody tr')].map(row =>
        [...row.querySelectorAll('td')].map(cell => [...cell.querySelectorAll('input')]));
}

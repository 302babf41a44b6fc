/**
 * A row of keys beneath the field that one types in: for a formula the symbols of its part that a keyboard lacks, and for a
 * number, where one types with a finger, the signs that a number pad lacks.
 */
const TOUCHED = window.matchMedia('(pointer: coarse)');

export function offerKeys(root, label) {
    const row = document.createElement('div');
    row.className = 'key-row';
    row.setAttribute('role', 'toolbar');
    row.setAttribute('aria-label', label);
    root.addEventListener('focusin', event => {
        const field = event.target;
        const keys = field.dataset.keys ?? (TOUCHED.matches ? field.dataset.numberKeys : undefined);
        if (keys && !field.readOnly) {
            row.replaceChildren(...keys.split(' ').map(key => button(field, key)));
            (field.closest('.matrix-grid') ?? field).after(row);
        }
    });
}

function button(field, key) {
    const one = document.createElement('button');
    one.type = 'button';
    one.textContent = key;
    one.tabIndex = -1;
    // the field keeps the focus, and its text the place where one types
    one.addEventListener('mousedown', event => event.preventDefault());
    one.addEventListener('click', () => {
        field.focus();
        field.setRangeText(key, field.selectionStart, field.selectionEnd, 'end');
        field.dispatchEvent(new Event('input', {bubbles: true}));
    });
    return one;
}

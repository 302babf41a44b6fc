/** The fields of a question that is tried out: matrices as grids, and how an answer is read while it is typed. */
import {unfoldMatrices} from './attempt-matrix.js';

const WAIT_AFTER_KEY = 300;

/**
 * Takes over the fields below an element.
 *
 * @param ask fetches the page again with what is typed
 */
export function tryOut(root, ask) {
    unfoldMatrices(root);
    let timer = 0;
    root.addEventListener('input', event => {
        const part = event.target.closest('[data-part]');
        if (part) {
            part.querySelector('.mark')?.remove();
            clearTimeout(timer);
            timer = setTimeout(() => read(part, ask), WAIT_AFTER_KEY);
        }
    });
}

async function read(part, ask) {
    const page = await ask();
    const fresh = page?.querySelector(`[data-part="${part.dataset.part}"] .reading`);
    const shown = part.querySelector('.reading');
    if (fresh && shown) {
        shown.replaceWith(fresh);
        window.drawMath?.(fresh);
    }
}

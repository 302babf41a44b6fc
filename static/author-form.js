/** The form view of a question: what it comes to is shown as its fields are filled in. */
import {Look, listen} from './author-look.js';

const form = document.getElementById('editor');
const fields = document.getElementById('form-view');
const PAUSE = 500;
let asked = false;
const look = new Look(form, () => {}, mark);
let timer = 0;
let changed = false;

/** Puts what was found beside the fields it is about; whoever asked for it by the button is led to the first of them. */
function mark(page) {
    for (const field of fields.querySelectorAll('.form-field :is(input, select, textarea)')) {
        const fresh = page.getElementById(field.id);
        const said = page.getElementById(`${field.id}-found`);
        if (fresh && said) {
            field.removeAttribute('aria-invalid');
            if (fresh.hasAttribute('aria-invalid')) {
                field.setAttribute('aria-invalid', 'true');
            }
            document.getElementById(said.id).replaceWith(said);
        }
    }
    const first = asked ? fields.querySelector('[aria-invalid=true]') : null;
    asked = false;
    if (first) {
        for (let around = first.closest('details'); around; around = around.parentElement.closest('details')) {
            around.open = true;
        }
        first.focus();
    }
}

form.addEventListener('click', event => {
    asked ||= event.target.closest('button')?.id === 'look';
});
listen(form, look);
fields.addEventListener('input', () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => look.look('show'), PAUSE);
});
form.addEventListener('submit', () => {
    changed = false;
});
window.addEventListener('beforeunload', event => {
    if (changed) {
        event.preventDefault();
    }
});

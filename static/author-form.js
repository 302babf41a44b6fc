/** The form view of a question: what it comes to is shown as its fields are filled in. */
import {Look, listen} from './author-look.js';

const form = document.getElementById('editor');
const fields = document.getElementById('form-view');
const PAUSE = 500;
const look = new Look(form, () => {}, () => {});
let timer = 0;
let changed = false;

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

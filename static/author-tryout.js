/** The page of an exam's preview: fields as students have them. */
import {tryOut} from './author-try.js';

const form = document.getElementById('tryout');
const fields = document.getElementById('tried');

tryOut(fields, async () => {
    const answer = await fetch(form.action, {
        method: 'POST', body: new URLSearchParams(new FormData(form)), headers: {Accept: 'text/html'},
    });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
});

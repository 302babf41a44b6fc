import {Outbox} from './attempt-outbox.js';
import {unfoldMatrices} from './attempt-matrix.js';
import {Readings} from './attempt-reading.js';
import {Timer} from './attempt-timer.js';
import {textOf, write} from './attempt-field.js';
import {keyOf, nameOf} from './attempt-part-key.js';

/** Characters of one answer that the server takes. */
const LONGEST = 200_000;

const sitting = document.querySelector('[data-attempt]');
const sheet = document.getElementById('sheet');
const state = document.getElementById('save-state');
const url = `/attempts/${sitting.dataset.attempt}`;
const token = document.querySelector('meta[name=csrf]').content;
const outbox = new Outbox({url: `${url}/responses`, name: sitting.dataset.attempt, token}, tell);
const readings = new Readings(`${url}/readings`, token);
const parts = [...document.querySelectorAll('[data-part]')];
const timer = sitting.querySelector('[data-left]') && new Timer(sitting.querySelector('[data-left]'), timeIsOver);

parts.forEach(restore);
unfoldMatrices(document);
parts.forEach(part => {
    part.addEventListener('input', () => typed(part));
    part.addEventListener('change', () => typed(part));
});
sheet?.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('input[type=text]')) {
        event.preventDefault();
    }
});
window.addEventListener('online', () => outbox.send());
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && outbox.send(true));
window.addEventListener('pagehide', () => outbox.send(true));
window.addEventListener('beforeunload', event => {
    if (state?.dataset.state === 'offline' || state?.dataset.state === 'refused') {
        event.preventDefault();
    }
});
document.querySelectorAll('[data-submission]').forEach(form => form.addEventListener('submit', flushFirst));
if (!outbox.isEmpty) {
    outbox.send();
}

function typed(part) {
    const text = textOf(part);
    if (text.length > LONGEST) {
        tell('refused', {title: state.dataset.tooLong});
        return;
    }
    const key = keyOf(part);
    if (part.dataset.text === text && !outbox.held(key)) {
        return;
    }
    part.dataset.text = text;
    outbox.put(key, text, Number(part.dataset.after));
    readings.soon(part, text);
    markNavigator();
}

/** Brings back what this browser holds and the server has not got. */
function restore(part) {
    const key = keyOf(part);
    const held = outbox.held(key);
    part.dataset.text = textOf(part);
    if (!held) {
        askAgain(part);
        return;
    }
    if (held.text === part.dataset.text) {
        outbox.drop(key);
    } else if (held.superseded || held.after < Number(part.dataset.after)) {
        offer(part, held);
    } else {
        write(part, held.text);
        part.dataset.text = held.text;
        readings.soon(part, held.text);
    }
}

/** Asks for the offers of an unreadable answer, which the page does not contain when it is loaded. */
function askAgain(part) {
    if (part.querySelector('[data-reading=unreadable]') && !part.querySelector('[data-response][readonly]')) {
        readings.soon(part, part.dataset.text);
    }
}

/** Another window has answered since: the student chooses. */
function offer(part, held) {
    const key = keyOf(part);
    held.superseded = true;
    const choice = document.getElementById('held-answer').content.firstElementChild.cloneNode(true);
    choice.querySelector('[data-held]').textContent = held.text;
    choice.querySelector('[data-use]').addEventListener('click', () => {
        outbox.put(key, held.text, Number(part.dataset.after));
        outbox.send().then(() => window.location.reload());
    });
    choice.querySelector('[data-drop]').addEventListener('click', () => {
        outbox.drop(key);
        choice.remove();
    });
    part.append(choice);
}

function tell(name, reply = {}) {
    for (const answer of reply.answers ?? []) {
        const part = parts.find(shown => nameOf(keyOf(shown)) === nameOf(answer));
        if (part && !answer.superseded) {
            part.dataset.after = reply.seq;
        }
    }
    if (!state) {
        return;
    }
    state.dataset.state = name;
    state.textContent = name === 'refused' && reply.title ? reply.title : state.dataset[camel(name)];
    if (name === 'saved' && reply.left !== undefined && reply.left !== null) {
        timer?.set(reply.left);
    }
    if (name === 'signed-out') {
        renewToken();
    }
    if (name === 'over') {
        window.location.assign(url);
    }
}

/** After a new sign-in, perhaps in another window, the same page may go on with the visit's new token. */
async function renewToken() {
    try {
        const reply = await fetch('/session', {headers: {'Accept': 'application/json'}});
        const fresh = (await reply.json()).csrf;
        outbox.token = fresh;
        readings.token = fresh;
        document.querySelectorAll('input[name=csrf]').forEach(input => {
            input.value = fresh;
        });
    } catch (unreachable) {
        // The next try asks again.
    }
}

function markNavigator() {
    const link = sitting.querySelector('.navigator [aria-current] [data-state]');
    if (!link) {
        return;
    }
    const answers = parts.filter(part => part.dataset.counts === 'true').map(part => part.dataset.text.trim() !== '');
    const name = answers.every(Boolean) ? 'answered' : answers.some(Boolean) ? 'partly' : 'blank';
    link.dataset.state = name;
    link.textContent = link.dataset[name];
}

async function flushFirst(event) {
    const form = event.target;
    if (outbox.unsent.length === 0 || form.dataset.flushed) {
        return;
    }
    event.preventDefault();
    await outbox.send();
    form.dataset.flushed = 'true';
    // as a task of its own: while this event still runs, a browser drops a further submission
    window.setTimeout(() => form.requestSubmit());
}

async function timeIsOver() {
    await outbox.send();
    const form = document.getElementById('time-over');
    if (form) {
        form.submit();
    }
}

function camel(name) {
    return name.replace(/-(.)/g, (all, letter) => letter.toUpperCase());
}

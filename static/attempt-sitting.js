import {Outbox} from './attempt-outbox.js';
import {unfoldMatrices} from './attempt-matrix.js';
import {Readings} from './attempt-reading.js';
import {Timer} from './attempt-timer.js';
import {Watch} from './attempt-watch.js';
import {SaveState} from './attempt-save-state.js';
import {offer, isDisputed} from './attempt-dispute.js';
import {textOf, write} from './attempt-field.js';
import {hasBlankCell} from './attempt-grid-text.js';
import {keyOf, nameOf} from './attempt-part-key.js';
import {ask} from './attempt-ask.js';
import {Check, drop} from './attempt-check.js';
import {offerKeys} from './attempt-keys.js';
import {walk} from './attempt-steps.js';
import './attempt-cell.js';

/** Characters of one answer that the server takes. */
const LONGEST = 200_000;

const sitting = document.querySelector('[data-attempt]');
const sheet = document.getElementById('sheet');
const url = new URL(`../attempts/${sitting.dataset.attempt}`, import.meta.url).href;
const token = document.querySelector('meta[name=csrf]').content;
const outbox = new Outbox({url: `${url}/responses`, attempt: sitting.dataset.attempt, token}, tell);
const state = new SaveState(document.getElementById('save-state'), outbox);
const readings = new Readings(`${url}/readings`, token, markNavigator);
const parts = [...document.querySelectorAll('[data-part]')];
const timer = sitting.querySelector('[data-left]') && new Timer(sitting.querySelector('[data-left]'), timeIsOver);
const watch = new Watch(`${url}/state`, learn);

parts.forEach(takeOver);
unfoldMatrices(document);
const check = sheet && new Check(sheet, parts);
parts.forEach(part => {
    part.addEventListener('input', () => typed(part));
    part.addEventListener('change', () => typed(part));
});
sheet?.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('input[type=text]')) {
        event.preventDefault();
        if (event.ctrlKey || event.metaKey) {
            document.getElementById('checked')?.click();
        }
    }
});
if (sheet) {
    offerKeys(sheet, sheet.dataset.keys);
    walk(document.getElementById('solution'));
    document.querySelector('.navigator [aria-current]')?.scrollIntoView({block: 'nearest', inline: 'center'});
}
window.addEventListener('online', () => outbox.send());
document.addEventListener('visibilitychange', () => outbox.send(document.visibilityState === 'hidden'));
window.addEventListener('pagehide', () => outbox.send(true));
window.addEventListener('beforeunload', event => {
    if (state.isTrouble && !outbox.isEmpty) {
        event.preventDefault();
    }
});
// a page that the browser has kept and shows again may be older than what was answered since
window.addEventListener('pageshow', event => event.persisted && outbox.isEmpty && window.location.reload());
document.querySelectorAll('form').forEach(form => form.addEventListener('submit', saveFirst));
document.querySelectorAll('a[href]').forEach(link => link.addEventListener('click', saveBeforeFollowing));
// this script has sent the fields already, with their numbers; a form that sent them again could only send them later
document.querySelectorAll('form').forEach(form => form.addEventListener('formdata', event => {
    if (form.querySelector('[data-part]') === null) {
        return;
    }
    [...event.formData.keys()].filter(name => /^(response|cell|drawn)\./.test(name))
        .forEach(name => event.formData.delete(name));
    event.formData.set('sent-by', 'script');
}));
if (!outbox.isEmpty) {
    tell('saving');
    outbox.send();
}

function typed(part) {
    const text = textOf(part);
    if (text.length > LONGEST) {
        state.show('refused', state.tooLong);
        return;
    }
    const key = keyOf(part);
    if (part.dataset.text === text && !outbox.isWaiting(key)) {
        return;
    }
    part.dataset.text = text;
    drop(part);
    outbox.put(key, text, Number(part.dataset.after));
    readings.soon(part, text);
    markNavigator();
}

/** Brings back what an earlier page has left behind in this browser, where nobody has answered since. */
function takeOver(part) {
    part.dataset.text = textOf(part);
    askAgain(part);
    const left = outbox.leftOf(keyOf(part));
    if (!left || left.text === part.dataset.text || (left.after ?? 0) < Number(part.dataset.after)) {
        return;
    }
    write(part, left.text);
    part.dataset.text = left.text;
    readings.soon(part, left.text);
    outbox.adopt(left);
}

/** Asks for the offers of an unreadable answer, which the page does not contain when it is loaded. */
function askAgain(part) {
    if (part.querySelector('[data-reading=unreadable]') && !part.querySelector('[data-response][readonly]')) {
        readings.soon(part, part.dataset.text);
    }
}

/** One answer has reached the server; where another window has a newer one, the student chooses. */
function settled({answer, seq, newer}) {
    const part = parts.find(shown => nameOf(keyOf(shown)) === nameOf(answer));
    if (!part) {
        return;
    }
    if (!newer) {
        part.dataset.after = seq;
        // a newer answer of this page has settled it
        part.querySelector('.dispute')?.remove();
        return;
    }
    const mine = part.dataset.text === answer.text ? answer.text : null;
    offer(part, {
        words: mine === null ? 'left' : 'newer',
        text: mine === null ? answer.text : newer.text,
        use: () => choose(mine === null ? answer : {...answer, text: part.dataset.text}, newer),
        drop: () => choose({...answer, text: newer.text}, newer),
    });
}

async function choose(answer, newer) {
    outbox.put(answer, answer.text, newer.seq);
    await outbox.send();
    if (!outbox.isWaiting(answer)) {
        window.location.reload();
    }
}

function tell(name, reply = {}) {
    if (name === 'settled') {
        settled(reply);
        return;
    }
    state.show(name === 'saved' && isDisputed() ? 'disputed' : name, reply.title);
    if (reply.left !== undefined && reply.left !== null) {
        timer?.set(reply.left);
    }
    if (name === 'signed-out') {
        renewToken();
    }
    if (name === 'over') {
        watch.now();
    }
}

/** After a new sign-in, perhaps in another window, the same page may go on with the visit's new token. */
async function renewToken() {
    const fresh = (await ask(new URL('../session', import.meta.url).href)).body.csrf;
    if (!fresh) {
        return;
    }
    outbox.token = fresh;
    readings.token = fresh;
    document.querySelectorAll('input[name=csrf]').forEach(input => {
        input.value = fresh;
    });
}

function markNavigator() {
    const link = sitting.querySelector('.navigator [aria-current] [data-state]');
    if (!link) {
        return;
    }
    const counted = parts.filter(part => part.dataset.counts === 'true');
    const answers = counted.map(part => part.dataset.text.trim());
    const name = counted.some(part => part.querySelector('[data-reading=unreadable]')) ? 'unreadable'
        : !answers.some(Boolean) ? 'blank' : answers.every(text => text && !hasBlankCell(text)) ? 'answered' : 'partly';
    link.dataset.state = name;
    link.textContent = link.closest('ol').dataset[name];
}

/** Every button waits until what was typed is on the server; where it cannot get there, the page stays. */
async function saveFirst(event) {
    const form = event.target;
    const button = event.submitter;
    if (outbox.unsent.length === 0 || form.dataset.saved) {
        delete form.dataset.saved;
        if (form === sheet && check.takes(button)) {
            event.preventDefault();
            await check.ask(button);
        }
        return;
    }
    event.preventDefault();
    await outbox.send();
    if (outbox.unsent.length === 0) {
        form.dataset.saved = 'true';
        // as a task of its own: while this event still runs, a browser drops a further submission
        window.setTimeout(() => form.requestSubmit(button));
    }
}

async function saveBeforeFollowing(event) {
    const link = event.currentTarget;
    if (outbox.unsent.length === 0 || event.ctrlKey || event.metaKey || event.shiftKey || link.target) {
        return;
    }
    event.preventDefault();
    await outbox.send();
    if (outbox.unsent.length === 0) {
        window.location.assign(link.href);
    }
}

/** What the server says of the attempt: perhaps it has more time, stands still or has ended; and what staff told all. */
function learn({running, left, paused, lines}) {
    lines.forEach(show);
    if (!running) {
        // what could not be saved stays on the page, to be kept as a file
        if (outbox.isEmpty) {
            window.location.assign(url);
        } else {
            state.show('over');
        }
        return;
    }
    if (paused !== 'paused' in sitting.dataset || (left === null) !== (timer === null)) {
        outbox.send().then(() => outbox.unsent.length === 0 && window.location.reload());
        return;
    }
    if (!outbox.isEmpty && !outbox.isBusy) {
        outbox.send();
    }
    if (left !== null) {
        timer.set(left);
        setSheetOpen(left > 0);
    }
}

function show({seq, text}) {
    const place = document.getElementById('exam-lines');
    if (place.querySelector(`[data-seq="${seq}"]`)) {
        return;
    }
    const line = document.createElement('p');
    line.dataset.seq = seq;
    const heading = document.createElement('strong');
    heading.textContent = place.dataset.heading;
    line.append(heading, ` ${text}`);
    place.append(line);
}

function setSheetOpen(open) {
    sitting.querySelectorAll('.sheet').forEach(form => {
        form.inert = !open;
    });
}

/**
 * The page's clock has run out. The server is asked first, since it may have given more time; without a line the page stays and
 * goes on trying. The attempt ends on the server, once nothing can be on its way any more.
 */
async function timeIsOver() {
    setSheetOpen(false);
    state.show(outbox.isEmpty ? 'time-over' : 'late');
    await outbox.send();
    await watch.now();
    if (timer.left === 0) {
        state.show(outbox.isEmpty ? 'time-over' : 'late');
        window.setTimeout(() => timer.left === 0 && timeIsOver(), 2_000);
    }
}

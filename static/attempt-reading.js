import {keyOf} from './attempt-part-key.js';

/** Says beside a field how its answer is read, while it is typed. */
const WAIT_AFTER_KEY = 250;

export class Readings {
    constructor(url, token, shown) {
        this.url = url;
        this.token = token;
        this.shown = shown;
        this.timers = new Map();
        this.asked = new Map();
    }

    soon(part, text) {
        window.clearTimeout(this.timers.get(part));
        if (part.querySelector('[data-reading]')) {
            this.timers.set(part, window.setTimeout(() => this.ask(part, text), WAIT_AFTER_KEY));
        }
    }

    async ask(part, text) {
        const number = (this.asked.get(part) ?? 0) + 1;
        this.asked.set(part, number);
        try {
            const reply = await fetch(this.url, {
                method: 'POST',
                headers: {'Content-Type': 'application/json', 'Accept': 'application/json', 'X-CSRF-Token': this.token},
                body: JSON.stringify({...keyOf(part), text}),
            });
            if (this.asked.get(part) === number) {
                show(part, reply.ok ? await reply.json() : {is: 'unknown'});
            }
        } catch (unreachable) {
            show(part, {is: 'unknown'});
        }
        this.shown();
    }
}

function show(part, reading) {
    const place = part.querySelector('[data-reading]');
    const field = part.querySelector('[data-response]');
    place.dataset.reading = reading.is;
    place.replaceChildren();
    // never "false", which Pico shows as a right answer; a reading says nothing about that
    if (reading.is === 'unreadable') {
        field.setAttribute('aria-invalid', 'true');
    } else {
        field.removeAttribute('aria-invalid');
    }
    if (reading.is === 'unreadable') {
        part.querySelectorAll('.cell-trouble').forEach(cell => cell.classList.remove('cell-trouble'));
        const said = document.createElement('span');
        said.textContent = reading.reason;
        place.append(said, marked(field.value, reading.at));
        (reading.offer ?? []).forEach(offer => place.append(' ', offered(field, offer, place.dataset.offer)));
    } else if (reading.is === 'read') {
        const said = document.createElement('span');
        said.textContent = place.dataset.readAs;
        const value = document.createElement('span');
        value.className = 'reading-value';
        value.textContent = reading.tex || reading.display;
        value.classList.toggle('math', reading.tex !== '');
        place.append(said, ' ', value);
        if (reading.note) {
            const note = document.createElement('span');
            note.className = 'reading-note';
            note.textContent = reading.note;
            place.append(' ', note);
        }
        window.drawMath(place);
    }
}

/** A button that puts a readable text into the field as if it had been typed, so that it is saved and read. */
function offered(field, text, words) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'reading-offer';
    button.setAttribute('aria-label', `${words}: ${text}`);
    const code = document.createElement('code');
    code.textContent = text;
    button.append(code);
    button.addEventListener('click', () => {
        field.value = text;
        field.dispatchEvent(new Event('input', {bubbles: true}));
        field.focus();
    });
    return button;
}

/** The answer with a mark where it cannot be read any further. */
function marked(text, at) {
    const line = document.createElement('code');
    const from = Math.max(0, at - 20);
    const trouble = document.createElement('mark');
    trouble.textContent = [...text.slice(at)][0] ?? '␣';
    line.append((from > 0 ? '…' : '') + text.slice(from, at), trouble, text.slice(at + trouble.textContent.length, at + 20));
    return line;
}

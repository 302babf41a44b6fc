import {nameOf} from './attempt-part-key.js';

/**
 * Answers that this browser keeps until the server has them: one key of its storage a page, so that two tabs never write over
 * each other. What a page that is gone has left behind is taken over by the next one.
 */
const PREFIX = 'gradus.unsaved.';

export class Kept {
    constructor(attempt, client) {
        this.prefix = PREFIX + attempt;
        this.own = `${this.prefix}.${client}`;
    }

    /** Keeps the answers that this page has not got through; nothing where there are none. */
    write(answers) {
        writeTo(this.own, answers);
    }

    /** The answers that other pages of this attempt have kept, each with the key it is kept under. */
    ofOthers() {
        return keysOf(this.prefix)
            .filter(name => name !== this.own)
            .flatMap(name => Object.values(readFrom(name)).map(answer => ({...answer, refused: undefined, keptAs: name})));
    }

    /** Forgets an answer of another page, unless that page has meanwhile kept a newer one. */
    forget(answer) {
        const answers = readFrom(answer.keptAs);
        const kept = answers[nameOf(answer)];
        if (kept && kept.n === answer.n && kept.text === answer.text) {
            delete answers[nameOf(answer)];
            writeTo(answer.keptAs, answers);
        }
    }
}

function keysOf(prefix) {
    try {
        return Object.keys(window.localStorage).filter(name => name === prefix || name.startsWith(`${prefix}.`));
    } catch (forbidden) {
        return [];
    }
}

function readFrom(name) {
    try {
        const kept = Object.values(JSON.parse(window.localStorage.getItem(name) ?? '{}'));
        return Object.fromEntries(kept.map(answer => [nameOf(answer), answer]));
    } catch (unreadable) {
        return {};
    }
}

function writeTo(name, answers) {
    try {
        if (Object.keys(answers).length === 0) {
            window.localStorage.removeItem(name);
        } else {
            window.localStorage.setItem(name, JSON.stringify(answers));
        }
    } catch (full) {
        // The page still holds the answers and goes on sending them.
    }
}

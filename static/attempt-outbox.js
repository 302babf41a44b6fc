import {nameOf} from './attempt-part-key.js';

/**
 * Answers on their way to the server. Each is kept in this browser until the server confirms that it is on disk, and is sent
 * again after a lost connection, a reload or a new sign-in.
 */
const WAIT_AFTER_KEY = 500;
const WAITS_AFTER_FAILURE = [1000, 2000, 4000, 8000, 15000];

export class Outbox {
    /**
     * @param place where to send to, under which name to keep, and the token that the server wants to see
     * @param tell is called with a state (saving, saved, offline, signed-out, over, refused) and what belongs to it
     */
    constructor({url, name, token}, tell) {
        this.url = url;
        this.name = `gradus.unsaved.${name}`;
        this.token = token;
        this.tell = tell;
        this.waiting = read(this.name);
        this.failures = 0;
        this.sending = null;
        this.timer = 0;
    }

    /** What this browser still holds of a part, and the number of the answer that it was typed over. */
    held(key) {
        return this.waiting[nameOf(key)];
    }

    get isEmpty() {
        return Object.keys(this.waiting).length === 0;
    }

    /** What a further try could bring to the server. */
    get unsent() {
        return Object.values(this.waiting).filter(answer => !answer.superseded && !answer.refused);
    }

    put(key, text, after) {
        this.waiting[nameOf(key)] = {...key, text, after, isNew: true};
        this.keep();
        this.tell('saving');
        this.sendIn(WAIT_AFTER_KEY);
    }

    drop(key) {
        delete this.waiting[nameOf(key)];
        this.keep();
    }

    sendIn(milliseconds) {
        window.clearTimeout(this.timer);
        this.timer = window.setTimeout(() => this.send(), milliseconds);
    }

    /** Sends all that waits; resolves when nothing does, or when the server cannot be reached. */
    async send(leaving = false) {
        window.clearTimeout(this.timer);
        while (this.sending) {
            await this.sending;
        }
        const batch = this.unsent;
        if (batch.length === 0) {
            return;
        }
        this.sending = this.post(batch, leaving);
        try {
            await this.sending;
        } finally {
            this.sending = null;
        }
    }

    async post(batch, leaving) {
        let reply;
        try {
            reply = await fetch(this.url, {
                method: 'POST',
                headers: {'Content-Type': 'application/json', 'Accept': 'application/json', 'X-CSRF-Token': this.token},
                body: JSON.stringify({responses: batch.map(onWire)}),
                keepalive: leaving,
                redirect: 'manual',
            });
        } catch (unreachable) {
            this.fail('offline');
            return;
        }
        if (reply.ok) {
            this.arrived(batch, await reply.json());
        } else if (reply.status === 409) {
            this.tell('over', await problem(reply));
        } else if (reply.status === 413 || reply.status === 422) {
            await this.refuse(batch, leaving, await problem(reply));
        } else if (reply.type === 'opaqueredirect' || reply.status === 401 || reply.status === 403 || reply.status === 404) {
            this.fail('signed-out');
        } else {
            this.fail('offline');
        }
    }

    /** One answer that the server does not take keeps none of the others from being saved. */
    async refuse(batch, leaving, problem) {
        if (batch.length > 1) {
            for (const answer of batch) {
                await this.post([answer], leaving);
            }
            return;
        }
        batch[0].refused = true;
        this.keep();
        this.tell('refused', problem);
    }

    arrived(batch, reply) {
        this.failures = 0;
        const superseded = new Set(reply.superseded.map(nameOf));
        for (const answer of batch) {
            const key = nameOf(answer);
            if (superseded.has(key)) {
                answer.superseded = true;
            } else if (this.waiting[key] === answer) {
                delete this.waiting[key];
            } else if (this.waiting[key]) {
                this.waiting[key].after = reply.seq;
            }
        }
        this.keep();
        const rest = Object.values(this.waiting).filter(answer => !answer.superseded);
        if (rest.some(answer => !answer.refused)) {
            this.tell('saving', {...reply, answers: batch});
            this.sendIn(0);
        } else {
            this.tell(rest.length === 0 ? 'saved' : 'refused', {...reply, answers: batch});
        }
    }

    fail(state) {
        const wait = WAITS_AFTER_FAILURE[Math.min(this.failures, WAITS_AFTER_FAILURE.length - 1)];
        this.failures++;
        this.tell(state);
        this.sendIn(wait);
    }

    keep() {
        try {
            if (this.isEmpty) {
                window.localStorage.removeItem(this.name);
            } else {
                window.localStorage.setItem(this.name, JSON.stringify(this.waiting));
            }
        } catch (full) {
            // The page still holds the answers and goes on sending them.
        }
    }
}

/** Only an answer from an earlier visit says what it was typed over; what is typed now is the newest by itself. */
function onWire({position, variant, part, text, after, isNew}) {
    return isNew ? {position, variant, part, text} : {position, variant, part, text, after};
}

function read(name) {
    try {
        const kept = JSON.parse(window.localStorage.getItem(name) ?? '{}');
        Object.values(kept).forEach(answer => {
            delete answer.isNew;
            delete answer.refused;
        });
        return Object.fromEntries(Object.values(kept).map(answer => [nameOf(answer), answer]));
    } catch (unreadable) {
        return {};
    }
}

async function problem(reply) {
    try {
        return await reply.json();
    } catch (notJson) {
        return {};
    }
}

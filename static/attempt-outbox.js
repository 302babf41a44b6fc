import {Kept} from './attempt-kept.js';
import {ask} from './attempt-ask.js';
import {nameOf} from './attempt-part-key.js';

/**
 * Answers on their way to the server. Each change has a number of this page's own and the number of the answer that it was typed
 * over, so that the server can tell a late or repeated one from a new one. It is kept in this browser until the server has said
 * that it is on disk, and is sent again after a broken line, a reload or a new sign-in.
 */
const WAIT_AFTER_KEY = 500;
const WAITS_AFTER_FAILURE = [1000, 2000, 4000, 8000];

export class Outbox {
    /**
     * @param place where to send to, the attempt, and the token that the server wants to see
     * @param tell is called with a state (saving, saved, offline, signed-out, over, refused) and what belongs to it
     */
    constructor({url, attempt, token}, tell) {
        this.url = url;
        this.token = token;
        this.tell = tell;
        this.client = randomName();
        this.n = 0;
        this.kept = new Kept(attempt, this.client);
        this.waiting = {};
        this.left = this.kept.ofOthers();
        this.failures = 0;
        this.sending = null;
        this.timer = 0;
    }

    /** The answer to a part that a page before this one has left behind; undefined where there is none. */
    leftOf(key) {
        return this.left.findLast(answer => nameOf(answer) === nameOf(key));
    }

    /** Takes an answer that another page has left behind for one of this page's own. */
    adopt(answer) {
        this.put(answer, answer.text, answer.after);
        this.dropLeft(answer);
    }

    dropLeft(answer) {
        this.left = this.left.filter(other => other !== answer);
        this.kept.forget(answer);
    }

    get isEmpty() {
        return this.all.length === 0;
    }

    /** Everything that the server has not confirmed. */
    get all() {
        return [...this.left, ...Object.values(this.waiting)];
    }

    /** What a further try could bring to the server. */
    get unsent() {
        return this.all.filter(answer => !answer.refused);
    }

    /** Whether a try is under way or will be made by itself. */
    get isBusy() {
        return this.sending !== null || this.timer !== 0;
    }

    put({position, variant, part}, text, after) {
        const answer = {position, variant, part, text, after, client: this.client, n: ++this.n};
        this.waiting[nameOf(answer)] = answer;
        this.kept.write(this.waiting);
        this.tell('saving');
        this.sendIn(WAIT_AFTER_KEY);
    }

    /** Whether a part has something that is not on the server yet. */
    isWaiting(key) {
        return nameOf(key) in this.waiting;
    }

    sendIn(milliseconds) {
        window.clearTimeout(this.timer);
        this.timer = window.setTimeout(() => this.send(), milliseconds);
    }

    /** Sends all that waits; resolves when nothing does, or when the server cannot be reached. */
    async send(leaving = false) {
        window.clearTimeout(this.timer);
        this.timer = 0;
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
        const reply = await ask(this.url, this.token, {responses: batch.map(onWire)}, leaving);
        if (reply.status === 200) {
            this.arrived(batch, reply.body);
        } else if (reply.status === 409) {
            this.tell('over', reply.body);
        } else if ([400, 413, 422].includes(reply.status)) {
            await this.refuse(batch, leaving, reply.body);
        } else {
            this.fail([401, 403, 404].includes(reply.status) ? 'signed-out' : 'offline');
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
        batch[0].refused = problem.title ?? true;
        this.tell('refused', {...problem, answers: batch});
    }

    arrived(batch, reply) {
        this.failures = 0;
        batch.forEach((answer, i) => {
            const name = nameOf(answer);
            const stands = reply.saved[i].seq;
            const newer = reply.superseded.find(other => nameOf(other) === name);
            if (answer.keptAs) {
                this.dropLeft(answer);
            } else if (this.waiting[name] === answer) {
                delete this.waiting[name];
            } else if (this.waiting[name] && !newer) {
                this.waiting[name].after = stands;
            }
            this.tell('settled', {answer, seq: stands, newer});
        });
        this.kept.write(this.waiting);
        if (this.unsent.length > 0) {
            this.tell('saving', reply);
            this.sendIn(0);
        } else {
            this.tell(this.isEmpty ? 'saved' : 'refused', reply);
        }
    }

    fail(state) {
        const wait = WAITS_AFTER_FAILURE[Math.min(this.failures, WAITS_AFTER_FAILURE.length - 1)];
        this.failures++;
        this.tell(state);
        this.sendIn(wait);
    }
}

function onWire({position, variant, part, text, after, client, n}) {
    return {position, variant, part, text, after, client, n};
}

/** A name that no other page has; crypto.randomUUID is there only over https. */
function randomName() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

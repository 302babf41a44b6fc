import {ask} from './attempt-ask.js';

/** Asks the server every few seconds, and whenever the page is looked at again, how the attempt stands. */
const PAUSE = 10_000;

export class Watch {
    /** @param tell is called with what the server says: running, left, paused, lines */
    constructor(url, tell) {
        this.url = url;
        this.tell = tell;
        this.timer = 0;
        // so that a hall full of pages does not ask all at once
        this.askIn(PAUSE * (0.5 + Math.random() / 2));
        window.addEventListener('focus', () => this.now());
        window.addEventListener('online', () => this.now());
        document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.now());
    }

    askIn(milliseconds) {
        window.clearTimeout(this.timer);
        this.timer = window.setTimeout(() => this.now(), milliseconds);
    }

    /** Asks now; true where the server has answered. */
    async now() {
        this.askIn(PAUSE);
        const reply = await ask(this.url);
        if (reply.status === 200) {
            this.tell(reply.body);
        }
        return reply.status === 200;
    }
}

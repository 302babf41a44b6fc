import {nameOf} from './attempt-part-key.js';

/** The line that says whether everything typed is saved, and, where it cannot be, a way to keep it as a file. */
const TROUBLE = ['offline', 'signed-out', 'refused', 'over', 'late'];

export class SaveState {
    constructor(place, outbox) {
        this.place = place;
        this.outbox = outbox;
        this.file = document.getElementById('unsaved-file');
        this.signIn = document.getElementById('sign-in-again');
        this.file?.addEventListener('click', () => this.write());
    }

    get tooLong() {
        return this.place?.dataset.tooLong;
    }

    /** Whether the last try has not brought everything to the server. */
    get isTrouble() {
        return TROUBLE.includes(this.place?.dataset.state);
    }

    show(name, reason) {
        if (!this.place) {
            return;
        }
        this.place.dataset.state = name;
        const words = this.place.dataset[name.replace(/-(.)/g, (all, letter) => letter.toUpperCase())];
        this.place.textContent = (name === 'refused' || name === 'over') && reason ? reason : words;
        this.signIn.hidden = name !== 'signed-out';
        this.file.hidden = !this.isTrouble || this.outbox.isEmpty;
    }

    /** What the server has not got, as a text that a person can read. */
    write() {
        const head = `${document.title}\n${window.location.href}\n${new Date().toISOString()}\n`;
        const answers = this.outbox.all.map(answer => `${nameOf(answer)}\n${answer.text}\n`);
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([[head, ...answers].join('\n')], {type: 'text/plain'}));
        link.download = `${this.file.dataset.name}.txt`;
        link.click();
        window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    }
}

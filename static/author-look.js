/** Looks at what a form of the editor holds, as it is typed, and shows what the server makes of it. */
import {tryOut} from './author-try.js';

export class Look {
    /**
     * @param before called before the fields are read
     * @param after called with the fresh page once its findings stand on this one
     */
    constructor(form, before, after) {
        this.form = form;
        this.before = before;
        this.after = after;
        this.asked = 0;
        this.takeOver();
    }

    /** The page as it is with what stands in its fields now; null where the server does not answer. */
    async ask(what) {
        this.before();
        const fields = new URLSearchParams(new FormData(this.form));
        fields.delete('file');
        fields.set('do', what);
        const answer = await fetch(this.form.action, {method: 'POST', body: fields, headers: {Accept: 'text/html'}});
        return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
    }

    /** Puts the findings and the question of a fresh page in the place of those that stand here. */
    async look(what) {
        const mine = ++this.asked;
        const page = await this.ask(what);
        if (page === null || mine !== this.asked) {
            return;
        }
        for (const id of ['findings', 'shown-question']) {
            const fresh = page.getElementById(id);
            if (fresh && (id === 'findings' || fresh.querySelector('h2') || what === 'grade')) {
                fresh.className = document.getElementById(id).className;
                document.getElementById(id).replaceWith(fresh);
                window.drawMath?.(fresh);
            }
        }
        this.takeOver();
        this.after(page);
    }

    /** Gives the fields of the question on the right what students have. */
    takeOver() {
        const shown = document.getElementById('shown-question');
        if (!shown.dataset.taken) {
            shown.dataset.taken = 'true';
            tryOut(shown, () => this.ask('show'));
        }
    }
}

/** Looks again when another seed, language or width is chosen, or a button says so; Ctrl-S saves, Ctrl-Enter proves. */
export function listen(form, look) {
    for (const id of ['seed', 'shown']) {
        document.getElementById(id).addEventListener('change', () => look.look('show'));
    }
    document.getElementById('narrow').addEventListener('change', event => {
        document.getElementById('shown-question').classList.toggle('narrow-view', event.target.checked);
    });
    form.addEventListener('click', event => {
        const button = event.target.closest('button');
        if (button?.value === 'grade' || button?.id === 'look') {
            event.preventDefault();
            look.look(button.value);
        }
    });
    document.addEventListener('keydown', event => {
        if ((event.ctrlKey || event.metaKey) && event.key === 's') {
            event.preventDefault();
            form.requestSubmit(form.querySelector('button[value=save]'));
        }
        if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
            event.preventDefault();
            form.requestSubmit(form.querySelector('button[value=prove]'));
        }
    });
}

/** What a crawler sees of a page and does on it; gone with the page. */
window.crawl = {
    /** An address without what differs between two pages of one kind; of each question only its own page is
     *  one of a kind, and of exams those of the test; the shipped ones are alike, and so are courses. */
    kind(address) {
        const url = new URL(address, document.baseURI);
        return url.pathname.replace(/\/(questions|tests|practice)\/(?!reload)[a-z][^/]*\//, '/$1/*/')
            .replace(/^\/courses\/[^/?]+/, '/courses/*').replace(/\/exams\/(?!quiz\b|drill\b)[^/?]+/, '/exams/*')
            .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*').replace(/\/welcome\/[^/]+/, '/welcome/*')
            .replace(/\/attempts\/\*\/questions\/\d+/, '/attempts/*/questions/#')
            + url.search.replace(/(back=)[^&]+/, '$1*').replace(/\d+/g, '#');
    },

    /** The same, and with pages of all questions as one: their buttons are. */
    place(address) {
        return this.kind(address).replace(/\/courses\/([^/]+)\/questions\/(?!reload)[^/?]+/, '/courses/$1/questions/*').replace(/\?.*/, '');
    },

    shown(element) {
        return element.checkVisibility() && !element.closest('[aria-hidden=true]');
    },

    /** Everything that can be pressed, under a name that is the same on every page of the kind. */
    controls() {
        const all = [...document.querySelectorAll('button, summary')].filter(one => this.shown(one) && !one.disabled);
        const seen = new Set();
        return all.map(one => ({one, name: this.name(one)})).filter(({name}) => !seen.has(name) && seen.add(name));
    },

    /** The one of this name, wherever the page has drawn it by now. */
    find(name) {
        return this.controls().find(one => one.name === name)?.one ?? null;
    },

    name(one) {
        if (one.matches('summary')) {
            return `${this.place(location.href)} summary ${one.parentElement.className || one.textContent.replace(/\d+/g, '#').trim()}`;
        }
        if (one.form && one.type === 'submit') {
            const next = one.name === 'next' ? 'next ' + this.kind(one.value) : one.name ? `${one.name}=${one.value}`.replace(/^(do=[a-z]+:)\d+/, '$1#') : '';
            return `${one.form.method} ${this.place(one.getAttribute('formaction') ?? one.form.getAttribute('action') ?? location.href)} ${next}`.trim();
        }
        return `${this.place(location.href)} button ${one.className} ${one.textContent.replace(/\d+/g, '#').trim()}`;
    },

    look() {
        const addressed = [...document.querySelectorAll('[href], [src], [action], [formaction]')];
        const addresses = addressed.flatMap(one => ['href', 'src', 'action', 'formaction'].map(name => one.getAttribute(name)))
            .filter(address => address !== null);
        return {
            status: performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0,
            bad: addresses.filter(address => /null|undefined|\$\{|\?\?/.test(address)),
            raw: (document.body.innerText.match(/\?\?\S+\?\?|\$\{(?!\{)\S*|^(?:web|attempt|exam|course|bank|account|result|rubric)\.[a-z-]+$/gm) ?? []),
            links: [...document.querySelectorAll('a[href]')].filter(one => new URL(one.href).origin === location.origin)
                .map(one => ({address: one.pathname + one.search, hash: one.hash, kind: this.kind(one.href),
                    file: one.hasAttribute('download'), same: one.pathname + one.search === location.pathname + location.search})),
            lost: [...document.querySelectorAll('a[href^="#"]')].map(one => one.getAttribute('href'))
                .filter(hash => hash.length > 1 && !document.getElementById(hash.slice(1))),
            controls: this.controls().map(({name}) => name),
            reason: document.querySelector('h1.reason')?.innerText ?? '',
            problems: [...document.querySelectorAll('.problem, [role=alert], .notice')].filter(one => this.shown(one)).length,
        };
    },

    /** Makes ready for a press: everything unfolded, fields filled or emptied, all changes counted from now on. */
    ready(name, filled, words) {
        if (!name.includes(' summary ')) {
            document.querySelectorAll('details').forEach(one => {
                one.open = true;
            });
        }
        document.querySelectorAll('main input, main textarea, main select').forEach(field => this.fill(field, filled, words));
        const control = this.find(name);
        window.changes = 0;
        window.here = true;
        window.refused = false;
        window.answered = false;
        const to = control && new URL(control.getAttribute('formaction') ?? control.form?.getAttribute('action') ?? '', document.baseURI).href;
        const ask = window.fetch;
        // what a page posts by script is pressed as well, where the answer shows on the page; saving by itself does not count
        window.fetch = (address, ...more) => ask(address, ...more).finally(() => {
            window.answered ||= new URL(address, document.baseURI).href === to;
        });
        const watch = records => {
            window.changes += records.length;
        };
        new MutationObserver(watch).observe(document.documentElement, {subtree: true, childList: true, attributes: true, characterData: true});
        document.addEventListener('invalid', () => {
            window.refused = true;
        }, true);
        return control;
    },

    /** Chooses a file that fits what the field takes, or none. */
    choose(field, filled) {
        const chosen = new DataTransfer();
        if (filled) {
            const texts = {'.csv': '이름,학번,이메일\n한가을,20240001,autumn@example.org\n', '.xml': '<quiz></quiz>', '.zip': 'no zip', '.png': 'no picture'};
            const ending = Object.keys(texts).find(one => field.accept.includes(one)) ?? '.csv';
            chosen.items.add(new File([texts[ending]], 'chosen' + ending));
        }
        field.files = chosen.files;
        field.dispatchEvent(new Event('change', {bubbles: true}));
    },

    fill(field, filled, words) {
        if (field.type === 'file') {
            this.choose(field, filled);
            return;
        }
        if (field.type === 'hidden' || field.readOnly || field.disabled || !field.checkVisibility()) {
            return;
        }
        if (field.type === 'checkbox' || field.type === 'radio') {
            field.checked = filled && (field.type === 'checkbox' || field === field.form?.querySelector(`[name="${CSS.escape(field.name)}"]`));
        } else if (field.matches('select')) {
            return;
        } else {
            field.value = filled ? words[field.name] ?? words[field.type] ?? '1' : '';
        }
        field.dispatchEvent(new Event('input', {bubbles: true}));
        field.dispatchEvent(new Event('change', {bubbles: true}));
    },
};

/** Checks the text and shows the question as one types; marks what is wrong where it stands; Ctrl-S saves. */
import {takePictures} from './author-picture.js';
import {tryOut} from './author-try.js';
import {words} from './author-words.js';

const form = document.getElementById('editor');
const text = document.getElementById('text');
const label = form.querySelector('label[for=text]');
const PAUSE = 500;
const WORD_BEGUN = /[A-Za-z_]\w+$/;
let timer = 0;
let asked = 0;
let kept = text.defaultValue;

const code = window.CodeMirror.fromTextArea(text, {
    mode: 'yaml',
    lineNumbers: true,
    gutters: ['finding-mark', 'CodeMirror-linenumbers'],
    screenReaderLabel: label.textContent,
    viewportMargin: 50,
    // Tab leads on through the page, as everywhere
    extraKeys: {'Ctrl-Space': 'autocomplete', Tab: false, 'Shift-Tab': false},
    hintOptions: {hint: words, completeSingle: false},
});
// a long text can be scrolled with the arrow keys alone
code.getScrollerElement().tabIndex = 0;
label.addEventListener('click', () => code.focus());

function place(finding) {
    return {line: Number(finding.dataset.line) - 1, ch: Number(finding.dataset.column) - 1};
}

/** Underlines what each finding is about and puts a sign beside its line. */
function mark() {
    code.operation(() => {
        code.clearGutter('finding-mark');
        code.getAllMarks().forEach(old => old.clear());
        for (const finding of document.querySelectorAll('#findings li')) {
            const at = place(finding);
            const line = code.getLine(at.line) ?? '';
            const length = line.slice(at.ch).match(/^[\w-]+|^./)?.[0].length ?? 0;
            const kind = finding.classList.contains('error') ? 'finding-error' : 'finding-warning';
            const title = finding.querySelector('span').textContent;
            code.markText(at, {line: at.line, ch: at.ch + length}, {className: kind, attributes: {title}});
            const sign = document.createElement('span');
            sign.className = kind;
            sign.title = title;
            sign.textContent = kind === 'finding-error' ? '!' : '?';
            code.setGutterMarker(at.line, 'finding-mark', sign);
        }
    });
}

/** The page as it is with what stands in its fields now; null where the server does not answer. */
async function ask(what) {
    code.save();
    const fields = new URLSearchParams(new FormData(form));
    fields.delete('file');
    fields.set('do', what);
    const answer = await fetch(form.action, {method: 'POST', body: fields, headers: {Accept: 'text/html'}});
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
}

/** Puts the findings and the question of a fresh page in the place of those that stand here. */
async function look(what) {
    const mine = ++asked;
    const page = await ask(what);
    if (page === null || mine !== asked) {
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
    takeOver();
    mark();
}

/** Gives the fields of the question on the right what students have. */
function takeOver() {
    const shown = document.getElementById('shown-question');
    if (!shown.dataset.taken) {
        shown.dataset.taken = 'true';
        tryOut(shown, () => ask('show'));
    }
}

code.on('change', () => {
    clearTimeout(timer);
    timer = setTimeout(() => look('show'), PAUSE);
});
code.on('inputRead', (_, change) => {
    const cursor = code.getCursor();
    const before = code.getLine(cursor.line).slice(0, cursor.ch);
    const typed = change.text.length === 1 && change.text[0].length === 1;
    if (typed && !code.state.completionActive && WORD_BEGUN.test(before)) {
        code.showHint();
    }
});
for (const id of ['seed', 'shown']) {
    document.getElementById(id).addEventListener('change', () => look('show'));
}
document.getElementById('narrow').addEventListener('change', event => {
    document.getElementById('shown-question').classList.toggle('narrow-view', event.target.checked);
});
form.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button?.value === 'grade' || button?.id === 'look') {
        event.preventDefault();
        look(button.value);
    }
    const finding = event.target.closest('#findings li');
    if (finding) {
        code.focus();
        code.setCursor(place(finding));
    }
});
document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
        event.preventDefault();
        form.requestSubmit(form.querySelector('button[value=save]'));
    }
});
form.addEventListener('submit', () => {
    kept = code.getValue();
});
window.addEventListener('beforeunload', event => {
    if (code.getValue() !== kept) {
        event.preventDefault();
    }
});
mark();
takeOver();
takePictures(code, form);

/** Checks the text and shows the question as one types; marks what is wrong where it stands; Ctrl-S saves. */
import {Look, listen} from './author-look.js';
import {takePictures} from './author-picture.js';
import {words} from './author-words.js';

const form = document.getElementById('editor');
const text = document.getElementById('text');
const label = form.querySelector('label[for=text]');
const PAUSE = 500;
const WORD_BEGUN = /[A-Za-z_]\w+$/;
let timer = 0;
let asked = false;
let kept = form.dataset.unsaved ? null : text.defaultValue;

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

/** Whoever asked for a look by the button is led to the first place that has to be mended. */
function lead() {
    const first = asked ? document.querySelector('#findings li.error') : null;
    asked = false;
    if (first) {
        code.focus();
        code.setCursor(place(first));
    }
}

const look = new Look(form, () => code.save(), () => {
    mark();
    lead();
});
listen(form, look);
code.on('change', () => {
    clearTimeout(timer);
    timer = setTimeout(() => look.look('show'), PAUSE);
});
code.on('inputRead', (_, change) => {
    const cursor = code.getCursor();
    const before = code.getLine(cursor.line).slice(0, cursor.ch);
    const typed = change.text.length === 1 && change.text[0].length === 1;
    if (typed && !code.state.completionActive && WORD_BEGUN.test(before)) {
        code.showHint();
    }
});
form.addEventListener('click', event => {
    asked ||= event.target.id === 'look';
    const finding = event.target.closest('#findings li');
    if (finding) {
        code.focus();
        code.setCursor(place(finding));
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
takePictures(code, form);

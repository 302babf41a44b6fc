/** Checks the text and shows the question as one types; numbers the lines and marks those with findings; Ctrl-S saves. */
const form = document.getElementById('editor');
const text = document.getElementById('text');
const lines = document.getElementById('lines');
const PAUSE = 500;
let timer = 0;
let asked = 0;
let kept = text.defaultValue;

function number() {
    const marked = new Map([...document.querySelectorAll('#findings li')]
        .map(finding => [Number(finding.dataset.line), finding.classList.contains('error') ? '!' : '?']));
    const count = text.value.split('\n').length;
    lines.textContent = Array.from({length: count}, (_, i) => (marked.get(i + 1) ?? ' ') + String(i + 1).padStart(4)).join('\n');
    lines.scrollTop = text.scrollTop;
}

/** Puts the findings and the question of a fresh page in the place of those that stand here. */
async function look(what) {
    const mine = ++asked;
    const fields = new URLSearchParams(new FormData(form));
    fields.set('do', what);
    const answer = await fetch(form.action, {method: 'POST', body: fields, headers: {Accept: 'text/html'}});
    if (!answer.ok || mine !== asked) {
        return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const id of ['findings', 'shown-question']) {
        const fresh = page.getElementById(id);
        if (fresh && (id === 'findings' || fresh.querySelector('h2') || what === 'grade')) {
            fresh.className = document.getElementById(id).className;
            document.getElementById(id).replaceWith(fresh);
            window.drawMath?.(fresh);
        }
    }
    number();
}

function soon() {
    clearTimeout(timer);
    timer = setTimeout(() => look('show'), PAUSE);
}

text.addEventListener('input', () => {
    number();
    soon();
});
text.addEventListener('scroll', () => {
    lines.scrollTop = text.scrollTop;
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
        const before = text.value.split('\n').slice(0, Number(finding.dataset.line) - 1).join('\n').length;
        const at = before + (before ? 1 : 0) + Number(finding.dataset.column) - 1;
        text.focus();
        text.setSelectionRange(at, at);
    }
});
document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
        event.preventDefault();
        form.requestSubmit(form.querySelector('button[value=save]'));
    }
});
form.addEventListener('submit', () => {
    kept = text.value;
});
window.addEventListener('beforeunload', event => {
    if (text.value !== kept) {
        event.preventDefault();
    }
});
number();

/** A long worked solution, one step at a time: by two buttons, or by the arrow keys on them or where nothing has the focus. */
const FEW = 3;

export function walk(solution) {
    const prose = solution?.querySelector('.prose');
    const steps = prose ? [...prose.children] : [];
    if (steps.length <= FEW || solution.querySelector('.step-tools')) {
        return;
    }
    const words = solution.dataset;
    const tools = document.createElement('div');
    tools.className = 'step-tools';
    const before = button('←', words.stepBefore);
    const next = button('→', words.stepNext);
    const all = button(words.stepAll, words.stepAll);
    const place = document.createElement('span');
    place.setAttribute('role', 'status');
    tools.append(before, place, next, all);
    prose.before(tools);
    let at = 0;
    const show = () => {
        steps.forEach((step, i) => {
            step.hidden = i > at;
        });
        place.textContent = `${at + 1} / ${steps.length}`;
        before.disabled = at === 0;
        next.disabled = at === steps.length - 1;
    };
    const go = by => {
        at = Math.max(0, Math.min(steps.length - 1, at + by));
        show();
        steps[at].scrollIntoView({block: 'nearest'});
    };
    before.addEventListener('click', () => go(-1));
    next.addEventListener('click', () => go(1));
    all.addEventListener('click', () => go(steps.length));
    document.addEventListener('keydown', event => {
        const by = {ArrowLeft: -1, ArrowRight: 1}[event.key];
        const isOurs = event.target === document.body || tools.contains(event.target);
        if (by && isOurs && !event.altKey && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            go(by);
        }
    });
    show();
}

function button(text, said) {
    const one = document.createElement('button');
    one.type = 'button';
    one.className = 'outline';
    one.textContent = text;
    one.setAttribute('aria-label', said);
    return one;
}

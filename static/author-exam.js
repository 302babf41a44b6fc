/** Moves the questions of an exam with the mouse or with Alt and the arrow keys; Enter adds what is looked for; Ctrl-S saves. */
const form = document.getElementById('composer');
const list = document.getElementById('entries');
const said = document.getElementById('moved');
let dragged = null;
let changed = false;

/** What is published is what was saved last, so what was changed since has to be saved first. */
function change() {
    changed = true;
    document.querySelectorAll('[form=publish]').forEach(one => { one.disabled = true; });
}

function items() {
    return [...list.children];
}

/** Buttons name the place that their question had when the page came, so each is told its new one. */
function renumber() {
    items().forEach((item, at, all) => {
        for (const button of item.querySelectorAll('button[name=do]')) {
            button.value = button.value.replace(/\d+$/, String(at));
        }
        item.querySelector('[data-move=up]').disabled = at === 0;
        item.querySelector('[data-move=down]').disabled = at === all.length - 1;
    });
    change();
}

function tell(item) {
    const name = item.querySelector('input[name=question]').value || item.querySelector('input[name=of]').value;
    said.textContent = list.dataset.moved.replace('{0}', name).replace('{1}', String(items().indexOf(item) + 1));
}

function move(item, up) {
    const focused = document.activeElement;
    const other = up ? item.previousElementSibling : item.nextElementSibling;
    if (other) {
        list.insertBefore(item, up ? other : other.nextElementSibling);
        renumber();
        tell(item);
    }
    if (focused.disabled) {
        item.querySelector('button[data-move]:not(:disabled)')?.focus();
    } else {
        focused.focus();
    }
}

function begin(event) {
    dragged = event.target.closest('li');
    dragged.classList.add('dragged');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setDragImage(dragged, 0, 0);
}

function over(event) {
    const under = event.target.closest?.('#entries > li');
    if (dragged && under) {
        event.preventDefault();
        const box = under.getBoundingClientRect();
        const before = event.clientY < box.top + box.height / 2;
        list.insertBefore(dragged, before ? under : under.nextElementSibling);
    }
}

function end() {
    dragged?.classList.remove('dragged');
    dragged = null;
    renumber();
}

if (list) {
    for (const handle of list.querySelectorAll('.handle')) {
        handle.hidden = false;
        handle.draggable = true;
        handle.addEventListener('dragstart', begin);
        handle.addEventListener('dragend', end);
    }
    list.addEventListener('dragover', over);
    list.addEventListener('drop', event => event.preventDefault());
    list.addEventListener('click', event => {
        const button = event.target.closest('button[data-move]');
        if (button) {
            event.preventDefault();
            move(button.closest('li'), button.dataset.move === 'up');
        }
    });
    list.addEventListener('keydown', event => {
        if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
            event.preventDefault();
            move(event.target.closest('li'), event.key === 'ArrowUp');
        }
    });
    document.getElementById('add').addEventListener('keydown', event => {
        if (event.key === 'Enter' && event.target.value.trim() !== '') {
            event.preventDefault();
            form.requestSubmit(form.querySelector('button[value=add]'));
        }
    });
    if (document.getElementById('found')) {
        document.querySelector('#found button')?.focus();
    } else if (new URLSearchParams(location.search).has('saved')) {
        // after the browser has followed the address to what the page says, which takes the focus there
        addEventListener('load', () => requestAnimationFrame(() => setTimeout(() => {
            document.querySelector(':is(input[type=checkbox], button)[form=publish]')?.focus();
        })));
    } else if (form.dataset.added) {
        document.getElementById('add').focus();
    }
}
document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
        event.preventDefault();
        const asText = document.activeElement?.id === 'text';
        form.requestSubmit(form.querySelector(`button[value=${asText ? 'save-text' : 'save'}]`));
    }
});
form.addEventListener('input', event => {
    if (event.target.getAttribute('form') !== 'publish') {
        change();
    }
});
form.addEventListener('submit', () => {
    changed = false;
});
window.addEventListener('beforeunload', event => {
    if (changed) {
        event.preventDefault();
    }
});

/** The desk of a grader: the next answer comes without a page load, and everything has a key. Without scripts links and buttons do the same. */

const TOUCH = 60_000;
let touched = Date.now();
let busy = false;

const desk = () => document.getElementById('desk');

/** Puts what the server answers in the place of the desk; a page that is no desk, such as the sign-in, is opened as it is. */
async function swap(url, form) {
  if (busy) {
    return;
  }
  busy = true;
  try {
    const reply = await fetch(url, form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) });
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const next = page.getElementById('desk');
    if (next === null) {
      window.location.assign(reply.url);
      return;
    }
    desk().replaceWith(next);
    document.title = page.title;
    if (reply.ok) {
      window.history.pushState({}, '', reply.url);
    }
    drawMath(next);
    settle();
  } catch (unreachable) {
    lost();
  } finally {
    busy = false;
  }
}

/** Says that the server was not reached; the form stays as it is. */
function lost() {
  desk().querySelector('.lost')?.remove();
  const words = document.createElement('p');
  words.className = 'notice lost';
  words.setAttribute('role', 'alert');
  words.textContent = desk().dataset.lost;
  desk().prepend(words);
}

/** Where the keys go: into the field of points, or to the desk as a whole. */
function settle() {
  (document.getElementById('points') ?? document.getElementById('score'))?.focus({ preventScroll: true });
}

const writes = (place) => place instanceof HTMLTextAreaElement || (place instanceof HTMLInputElement && place.type === 'text');

function press(code) {
  const control = desk().querySelector(`[data-key=${code}]`);
  control?.click();
  return control !== null;
}

function tick(number) {
  const box = desk().querySelectorAll('input[name=criterion]')[number - 1];
  if (box) {
    box.checked = !box.checked;
  }
  return box !== undefined;
}

function key(event) {
  if (event.isComposing || event.keyCode === 229 || event.altKey || event.metaKey || desk() === null) {
    return; // a Hangul syllable is being put together, or the browser's own shortcut
  }
  const enter = event.key === 'Enter';
  if (event.ctrlKey || writes(event.target)) {
    if (enter && (event.ctrlKey || event.target instanceof HTMLInputElement) && press('Enter')) {
      event.preventDefault();
    } else if (event.key === 'Escape') {
      document.getElementById('score')?.focus();
    }
    return;
  }
  const own = event.target instanceof Element && event.target.closest('a, button, summary') !== null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  const done = digit
    ? tick(Number(digit[1]))
    : enter
      ? !own && press('Enter')
      : event.code === 'KeyR'
        ? document.getElementById('remark')?.focus() === undefined
        : /^Key[A-Z]$/.test(event.code) && press(event.code);
  if (done) {
    event.preventDefault();
  }
}

function follow(event) {
  const link = event.target instanceof Element ? event.target.closest('a[data-swap]') : null;
  if (link !== null && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    swap(link.href);
  }
}

function send(event) {
  if (event.target.closest('#desk') !== null) {
    event.preventDefault();
    swap(event.target.action, new FormData(event.target));
  }
}

/** Who writes a long remark still has the answer before them. */
function touch() {
  const form = document.getElementById('score');
  if (form !== null && form.action.includes('/scores') && Date.now() - touched > TOUCH) {
    touched = Date.now();
    fetch(form.action.replace(/\/scores.*$/, '/claims'), { method: 'POST', body: new URLSearchParams(new FormData(form)) })
      .catch(() => {});
  }
}

if (desk() !== null) {
  document.addEventListener('keydown', key);
  document.addEventListener('click', follow);
  document.addEventListener('submit', send);
  document.addEventListener('input', touch);
  window.addEventListener('popstate', () => window.location.reload());
  settle();
}

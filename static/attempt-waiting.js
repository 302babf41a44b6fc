/**
 * Waits for an exam to open. Who asked for it begins by itself, each a little later than the next, so that a hall does not come
 * through the door in the same instant.
 */
const SPREAD = 2_000;
const AFTER_OPENING = 200;

const place = document.querySelector('[data-opens-in]');
const form = document.getElementById('start-when-open');
const opens = performance.now() + Number(place.dataset.opensIn);
const shown = place.querySelector('[data-countdown]');

form.addEventListener('submit', event => {
    if (left() > 0) {
        event.preventDefault();
        place.dataset.begins = 'true';
        form.querySelector('button').disabled = true;
        form.querySelector('[data-waiting]').hidden = false;
    }
});

function left() {
    return opens - performance.now();
}

function tick() {
    const seconds = Math.max(0, Math.ceil(left() / 1000));
    const two = number => String(number).padStart(2, '0');
    shown.textContent = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    if (seconds === 0) {
        window.clearInterval(ticking);
        window.setTimeout(begin, AFTER_OPENING + Math.random() * SPREAD);
    }
}

function begin() {
    const code = form.elements.namedItem('code');
    if (place.dataset.begins && (code === null || code.value.trim() !== '')) {
        form.submit();
    } else {
        window.location.reload();
    }
}

const ticking = window.setInterval(tick, 250);
tick();

/**
 * The time that is left, counted from what the server said last. It is counted by a clock that nobody sets; where the machine was
 * asleep meanwhile, the next answer of the server puts it right.
 */
const SAID_AT = [10, 5, 1];

export class Timer {
    /**
     * @param place shows the time, and says it to screen readers now and then
     * @param over is called when no time is left, and again while none is
     */
    constructor(place, over) {
        this.place = place;
        this.over = over;
        this.said = place.querySelector('[data-timer-said]');
        this.shown = place.querySelector('[data-timer]');
        this.isOver = false;
        this.set(Number(place.dataset.left));
        this.before = this.left;
        window.setInterval(() => this.tick(), 500);
        this.tick();
    }

    /** Takes over what the server says. */
    set(milliseconds) {
        this.end = performance.now() + milliseconds;
        this.isOver = this.isOver && milliseconds <= 0;
    }

    get left() {
        return Math.max(0, Math.ceil((this.end - performance.now()) / 1000));
    }

    tick() {
        const left = this.left;
        const text = textOf(left);
        if (this.shown.textContent !== text) {
            this.shown.textContent = text;
        }
        this.place.classList.toggle('time-is-short', left <= 300);
        // the smallest mark passed since the last look, which may have been long ago
        const mark = SAID_AT.filter(minutes => left <= minutes * 60 && this.before > minutes * 60).at(-1);
        if (mark !== undefined && left > 0) {
            this.said.textContent = mark === 1
                ? this.place.dataset.minuteLeft : this.place.dataset.minutesLeft.replace('#', mark);
        }
        this.before = left;
        if (left === 0 && !this.isOver) {
            this.isOver = true;
            this.over();
        }
    }
}

function textOf(seconds) {
    const hours = Math.floor(seconds / 3600);
    const two = number => String(number).padStart(2, '0');
    const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    return hours > 0 ? `${hours}:${minutes}` : minutes;
}

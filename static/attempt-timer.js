/** The time that is left, counted from what the server said when it drew the page and at every save since. */
export class Timer {
    /**
     * @param place shows the time, and says it to screen readers now and then
     * @param over is called once, when no time is left
     */
    constructor(place, over) {
        this.place = place;
        this.over = over;
        this.said = place.querySelector('[data-timer-said]');
        this.shown = place.querySelector('[data-timer]');
        this.set(Number(place.dataset.left));
        this.ticking = window.setInterval(() => this.tick(), 500);
        this.tick();
    }

    set(milliseconds) {
        this.end = performance.now() + milliseconds;
    }

    tick() {
        const left = Math.max(0, Math.ceil((this.end - performance.now()) / 1000));
        const hours = Math.floor(left / 3600);
        const minutes = Math.floor(left / 60) % 60;
        const two = number => String(number).padStart(2, '0');
        const text = hours > 0 ? `${hours}:${two(minutes)}:${two(left % 60)}` : `${two(minutes)}:${two(left % 60)}`;
        if (this.shown.textContent !== text) {
            this.shown.textContent = text;
        }
        this.place.classList.toggle('time-is-short', left <= 300);
        if ([1800, 600, 300, 60].includes(left)) {
            this.said.textContent = this.place.dataset.minutesLeft.replace('#', Math.round(left / 60));
        }
        if (left === 0) {
            window.clearInterval(this.ticking);
            this.over();
        }
    }
}

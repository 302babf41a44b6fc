/** Two windows have answered the same part: both answers are shown, and the student keeps one. */

/** What the buttons of each open box do now. */
const choices = new WeakMap();

/**
 * @param words `newer` where the other answer stands on the server, `left` where it is the one that does not count
 * @param text the other answer
 */
export function offer(part, {words, text, use, drop}) {
    const choice = {use, drop};
    const open = part.querySelector(`.dispute[data-words=${words}]`);
    if (open && open.querySelector('[data-other]').textContent === text) {
        // the same box goes on, so that no button moves away under a finger
        choices.set(open, choice);
        return;
    }
    part.querySelector('.dispute')?.remove();
    const box = document.getElementById(`dispute-${words}`).content.firstElementChild.cloneNode(true);
    box.dataset.words = words;
    choices.set(box, choice);
    box.querySelector('[data-other]').textContent = text;
    box.querySelector('[data-use]').addEventListener('click', () => choices.get(box).use());
    box.querySelector('[data-drop]').addEventListener('click', () => choices.get(box).drop());
    part.append(box);
}

/** Whether any part of the page waits for a choice. */
export function isDisputed() {
    return document.querySelector('[data-part] .dispute') !== null;
}

/** Two windows have answered the same part: both answers are shown, and the student keeps one. */

/**
 * @param words `newer` where the other answer stands on the server, `left` where it is the one that does not count
 * @param text the other answer
 */
export function offer(part, {words, text, use, drop}) {
    part.querySelector('.dispute')?.remove();
    const box = document.getElementById(`dispute-${words}`).content.firstElementChild.cloneNode(true);
    box.querySelector('[data-other]').textContent = text;
    box.querySelector('[data-use]').addEventListener('click', use);
    box.querySelector('[data-drop]').addEventListener('click', drop);
    part.append(box);
}

/** Whether any part of the page waits for a choice. */
export function isDisputed() {
    return document.querySelector('[data-part] .dispute') !== null;
}

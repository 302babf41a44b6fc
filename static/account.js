/** Says that somebody waits for their turn, where it takes longer than a moment. */
for (const form of document.querySelectorAll('form[data-waiting]')) {
    const line = document.createElement('p');
    line.setAttribute('role', 'status');
    form.append(line);
    let later;
    form.addEventListener('submit', () => {
        later = setTimeout(() => {
            line.textContent = form.dataset.waiting;
        }, 700);
    });
    // Back shows the page as it was left
    addEventListener('pageshow', () => {
        clearTimeout(later);
        line.textContent = '';
    });
}

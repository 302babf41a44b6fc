/** A worked solution in the place of the link to it. Without this script the link leads to the page where it is open. */
document.addEventListener('click', event => {
    const link = event.target.closest?.('a[data-solution]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        open(link);
    }
});

async function open(link) {
    try {
        const reply = await fetch(link.href);
        const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
        const solution = page.getElementById(link.hash.slice(1));
        if (!reply.ok || !solution) {
            window.location.assign(link.href);
        } else if (link.isConnected) {
            link.closest('p').replaceWith(solution);
            drawMath(solution);
            solution.querySelector('summary').focus({preventScroll: true});
        }
    } catch (unreachable) {
        window.location.assign(link.href);
    }
}

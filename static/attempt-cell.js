/**
 * What a wrong cell is made of, under the answer that it belongs to: by a click or Enter on the cell, whether it stands in a
 * table of marks or in the grid that was coloured in its place. Without this script the link leads to a page of its own.
 */
const WRONG = 'input[data-verdict]:not([data-verdict=correct])';

document.addEventListener('click', event => {
    const link = event.target.closest?.('a[data-cell]') ?? linkOf(event.target);
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        show(link, event);
    }
}, true);

document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && event.target.closest?.('.cell-work')) {
        close(event.target.closest('.cell-work'));
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && linkOf(event.target)) {
        show(linkOf(event.target), event);
    }
}, true);

/** The link of a cell of the grid, in the table of marks that the grid hides. */
function linkOf(input) {
    const said = input.matches?.(WRONG) && document.getElementById(input.getAttribute('aria-describedby'));
    return said ? said.closest('td').querySelector('a[data-cell]') : null;
}

async function show(link, event) {
    const fromGrid = event.target.matches?.(WRONG);
    event.preventDefault();
    event.stopPropagation();
    const home = link.closest('.mark, .own');
    const asked = link.href;
    home.dataset.cell = asked;
    try {
        const reply = await fetch(asked);
        const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
        const work = page.querySelector('.cell-work');
        if (!reply.ok || !work) {
            window.location.assign(asked);
        } else if (home.isConnected && home.dataset.cell === asked) {
            put(work, home, link, fromGrid ? event.target : null);
        }
    } catch (unreachable) {
        home.querySelector('.cell-work')?.remove();
    }
}

/** Whoever came from the grid types on there; who came by a link reads on in the panel, and comes back by Escape. */
function put(work, home, link, input) {
    home.querySelector('.cell-work')?.remove();
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'outline secondary cell-close';
    button.textContent = work.dataset.close;
    button.addEventListener('click', () => close(work));
    work.append(button);
    work.setAttribute('aria-live', 'polite');
    work.back = input ?? link;
    home.append(work);
    drawMath(work);
    if (!input) {
        work.tabIndex = -1;
        work.focus({preventScroll: true});
    }
    work.scrollIntoView({block: 'nearest'});
}

function close(work) {
    work.remove();
    work.back.focus();
}

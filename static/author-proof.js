/** Looks again every half second while the proof runs, in place of whoever reads the page; then the next key can publish. */
const PAUSE = 500;

async function look() {
    const proof = document.getElementById('proof');
    if (proof.dataset.running !== 'true') {
        proof.querySelector('form[action$=publication] :is(input[type=checkbox], button)')?.focus();
        return;
    }
    const answer = await fetch(location.href, {headers: {Accept: 'text/html'}});
    if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const fresh = page.getElementById('proof');
        proof.replaceWith(fresh);
        window.drawMath?.(fresh);
    }
    setTimeout(look, PAUSE);
}

if (document.getElementById('proof')) {
    look();
}

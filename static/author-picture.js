/** Takes pictures that are pasted or dropped into the text; large ones and those of other kinds are drawn anew before they are sent. */
const LARGEST = 900_000;
const LONGEST = 2400;
const TAKEN = ['image/png', 'image/jpeg', 'image/svg+xml'];

export function takePictures(code, form) {
    const box = document.getElementById('picture');
    const said = document.getElementById('picture-said');
    const file = document.getElementById('file');
    const alt = document.getElementById('alt');
    const button = document.getElementById('add-picture');

    function offer(event, files) {
        const picture = [...files].find(one => one.type.startsWith('image/'));
        if (picture) {
            event.preventDefault();
            const chosen = new DataTransfer();
            chosen.items.add(picture);
            file.files = chosen.files;
            box.open = true;
            alt.focus();
        }
    }

    async function send() {
        const fields = new FormData(form);
        if (file.files.length > 0) {
            fields.set('file', await small(file.files[0]), file.files[0].name);
        }
        const answer = await fetch(button.formAction, {
            method: 'POST', body: fields, headers: {Accept: 'application/json'},
        });
        const reply = await answer.json().catch(() => ({problem: answer.statusText}));
        said.hidden = Boolean(reply.shows);
        said.textContent = reply.problem || reply.detail || '';
        if (reply.shows) {
            const at = code.getCursor();
            if (at.line === 0 && at.ch === 0) {
                // nobody has chosen a place: it ends what is asked
                code.setValue(reply.text);
            } else {
                code.replaceSelection(reply.shows);
            }
            file.value = '';
            alt.value = '';
            box.open = false;
            code.focus();
        }
    }

    code.on('paste', (_, event) => offer(event, event.clipboardData?.files ?? []));
    code.on('drop', (_, event) => {
        if (event.dataTransfer?.files.length > 0) {
            code.setCursor(code.coordsChar({left: event.clientX, top: event.clientY}, 'window'));
            offer(event, event.dataTransfer.files);
        }
    });
    button.addEventListener('click', event => {
        event.preventDefault();
        send();
    });
    alt.addEventListener('keydown', event => {
        if (event.key === 'Enter') {
            event.preventDefault();
            send();
        }
    });
}

/** The picture itself, or where it is large or of another kind, what can be seen of it; the server says what it cannot take. */
async function small(picture) {
    const taken = TAKEN.includes(picture.type);
    if (taken && (picture.size <= LARGEST || picture.type === 'image/svg+xml')) {
        return picture;
    }
    const points = await createImageBitmap(picture).catch(() => null);
    if (points === null) {
        return picture;
    }
    const scale = Math.min(1, LONGEST / Math.max(points.width, points.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(points.width * scale));
    canvas.height = Math.max(1, Math.round(points.height * scale));
    canvas.getContext('2d').drawImage(points, 0, 0, canvas.width, canvas.height);
    const made = type => new Promise(done => canvas.toBlob(done, type, 0.88));
    const photo = picture.type === 'image/jpeg' ? null : await made('image/png');
    return photo !== null && photo.size <= LARGEST ? photo : made('image/jpeg');
}

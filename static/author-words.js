/** What can be typed next in a question's text: fields where a field may stand, functions and the text's own names elsewhere. */
const WORD = /[A-Za-z_][\w-]*$/;
const FIELD_PLACE = /^[\s-]*$|[{,]\s*$/;
const OWN_NAME = /(?:^|[{,])\s*(?:- )?([A-Za-z_]\w*)\s*:|\bid:\s*([A-Za-z_]\w*)/gm;
let known;

/** The names of all fields in a JSON schema. */
function fields(schema, found = new Set()) {
    for (const [name, inner] of Object.entries(schema ?? {})) {
        if (name === 'properties') {
            Object.keys(inner).forEach(field => found.add(field));
        }
        if (typeof inner === 'object') {
            fields(inner, found);
        }
    }
    return found;
}

async function load() {
    const [question, library] = await Promise.all(
        ['question', 'functions'].map(async name => (await fetch(new URL(`../schema/${name}.json`, import.meta.url))).json()));
    return {fields: [...fields(question)].sort(), functions: library.functions};
}

function entry(text, shown, says) {
    return {
        text,
        render(element) {
            element.textContent = shown;
            if (says) {
                const quiet = document.createElement('span');
                quiet.className = 'quiet';
                quiet.textContent = says;
                element.append(quiet);
            }
        },
    };
}

/** The words that fit what stands before the cursor, for the list of show-hint. */
export async function words(code) {
    known ??= load();
    const {fields: all, functions} = await known;
    const cursor = code.getCursor();
    const before = code.getLine(cursor.line).slice(0, cursor.ch);
    const begun = before.match(WORD)?.[0] ?? '';
    const fits = name => name !== begun && name.toLowerCase().startsWith(begun.toLowerCase());
    const language = document.documentElement.lang;
    let list;
    if (FIELD_PLACE.test(before.slice(0, before.length - begun.length))) {
        list = all.filter(fits).map(name => entry(`${name}: `, name));
    } else {
        const own = new Set([...code.getValue().matchAll(OWN_NAME)].map(match => match[1] ?? match[2]));
        list = [...own].filter(name => fits(name) && !all.includes(name)).sort().map(name => entry(name, name));
        list.push(...functions.filter(one => fits(one.name))
            .map(one => entry(`${one.name}(`, one.signature, one[language] ?? one.en)));
    }
    return {list, from: {line: cursor.line, ch: cursor.ch - begun.length}, to: cursor};
}

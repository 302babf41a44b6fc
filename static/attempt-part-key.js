/** The one name of a part in an attempt: {position, variant, part}, as the server reads and writes it too. */

/** The name of the part that an element of the page shows. */
export function keyOf(element) {
    const {position, variant, part} = element.dataset;
    return {position: Number(position), variant: Number(variant), part};
}

/** A text for each part, for looking things up by it. */
export function nameOf({position, variant, part}) {
    return JSON.stringify({position, variant, part});
}

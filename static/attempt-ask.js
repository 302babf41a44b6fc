/**
 * Asks the server something in JSON. Whatever is not an answer of this server within ten seconds counts as no line: no reply, a
 * reply that is no JSON, the page of a hotel's network.
 *
 * @return {status, body}; status 0 where the server could not be reached
 */
const LONGEST = 10_000;

export async function ask(url, token, body, leaving = false) {
    const patience = new AbortController();
    let timer;
    const silence = new Promise(resolve => {
        timer = window.setTimeout(() => {
            patience.abort();
            resolve({status: 0, body: {}});
        }, LONGEST);
    });
    try {
        return await Promise.race([silence, reach(url, token, body, leaving, patience.signal)]);
    } catch (unreachable) {
        return {status: 0, body: {}};
    } finally {
        window.clearTimeout(timer);
    }
}

async function reach(url, token, body, leaving, signal) {
    const posts = body !== undefined;
    const reply = await fetch(url, {
        method: posts ? 'POST' : 'GET',
        headers: {
            'Accept': 'application/json',
            ...(posts ? {'Content-Type': 'application/json', 'X-CSRF-Token': token} : {}),
        },
        body: posts ? JSON.stringify(body) : undefined,
        keepalive: leaving,
        redirect: 'manual',
        signal,
    });
    if (reply.type === 'opaqueredirect') {
        return {status: 401, body: {}};
    }
    const json = await reply.json();
    return json !== null && typeof json === 'object' ? {status: reply.status, body: json} : {status: 0, body: {}};
}

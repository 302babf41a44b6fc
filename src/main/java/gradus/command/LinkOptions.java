package gradus.command;

import picocli.CommandLine.Option;

/** The option that says under which address browsers reach the server, for links that are handed on. */
final class LinkOptions {
    @Option(
            names = "--url",
            defaultValue = "http://localhost:7070",
            description = "Address of the server, for the link (default: ${DEFAULT-VALUE}).")
    private String url = "";

    /** The one-time link of a token. */
    String link(String token) {
        return url.replaceFirst("/$", "") + "/welcome/" + token;
    }
}

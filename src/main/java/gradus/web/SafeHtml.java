package gradus.web;

/** HTML that {@link Markdown} has made: nothing in it can run. The only thing that a template may insert as it is. */
public final class SafeHtml {
    private final String markup;

    SafeHtml(String markup) {
        this.markup = markup;
    }

    public String markup() {
        return markup;
    }

    @Override
    public String toString() {
        return markup;
    }
}

package gradus.web;

/** HTML made by {@link Markdown}, without scripts; the only text that templates insert unescaped. */
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

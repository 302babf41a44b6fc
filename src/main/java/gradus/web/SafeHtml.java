package gradus.web;

import gradus.message.Otherwise;
import java.util.Locale;

/** HTML made by {@link Markdown}, without scripts; the only text that templates insert unescaped. */
public final class SafeHtml {
    private final String markup;
    private final boolean worded;

    SafeHtml(String markup) {
        this.markup = markup;
        this.worded = Otherwise.isIn(markup);
    }

    public String markup() {
        return markup;
    }

    /** Whether a formula in it has a word that {@link #spoken} puts into the reader's language. */
    public boolean isWorded() {
        return worded;
    }

    public String spoken(Locale language) {
        return Otherwise.in(markup, language);
    }

    @Override
    public String toString() {
        return markup;
    }
}

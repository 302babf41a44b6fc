package gradus.expression.function;

import gradus.message.Words;
import java.util.Locale;

/** What a declaration says, in both languages. */
public record Sentence(String en, String ko) implements Words {
    public static Sentence of(String both) {
        return new Sentence(both, both);
    }

    @Override
    public String in(Locale language) {
        return language.getLanguage().equals("ko") ? ko : en;
    }

    @Override
    public String toString() {
        return en;
    }
}

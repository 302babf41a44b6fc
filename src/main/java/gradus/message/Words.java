package gradus.message;

import java.util.Locale;

/** Something to say to people, in any of their languages. */
@FunctionalInterface
public interface Words {
    String in(Locale language);
}

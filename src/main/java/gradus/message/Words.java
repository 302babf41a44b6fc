package gradus.message;

import java.util.Locale;

/** Something that can be said in any of the program's languages. */
@FunctionalInterface
public interface Words {
    String in(Locale language);
}

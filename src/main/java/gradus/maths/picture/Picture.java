package gradus.maths.picture;

import gradus.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** A still picture of a worked step. */
public interface Picture {
    /** The drawings it is made of, side by side where there is room. */
    List<Svg> drawings(Locale language, DoubleFunction<String> number);

    /** What is to be seen, for those who do not see it. */
    Message words(DoubleFunction<String> number);

    /**
     * The picture as markup of a page, on one line.
     *
     * @param number how its numbers are written
     */
    default String markup(Locale language, DoubleFunction<String> number) {
        String words = Svg.escaped(words(number).in(language));
        String drawn = drawings(language, number).stream().map(Svg::markup).collect(Collectors.joining());
        return "<figure class=\"picture\"><div class=\"drawings\" role=\"img\" aria-label=\"" + words + "\">" + drawn
                + "</div></figure>";
    }
}

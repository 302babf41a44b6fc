package gradus.maths.picture;

import java.util.Locale;

/**
 * One drawing in the making. It has no colours of its own: the classes of its pieces get them from the page's style, so
 * that it is light on dark where the page is.
 */
public final class Svg {
    private static final double LETTER = 8.5;
    private static final double WIDE_LETTER = 14;

    private final StringBuilder pieces = new StringBuilder();
    private final double width;
    private final double height;

    Svg(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** About how wide a text is. */
    static double width(String text) {
        return text.chars()
                .mapToDouble(letter -> letter > 0x2e80 ? WIDE_LETTER : LETTER)
                .sum();
    }

    Svg box(String kind, double x, double y, double wide, double high) {
        pieces.append("<rect class=\"").append(kind).append("\" x=\"").append(coordinate(x));
        pieces.append("\" y=\"").append(coordinate(y)).append("\" width=\"").append(coordinate(wide));
        pieces.append("\" height=\"").append(coordinate(high)).append("\"></rect>");
        return this;
    }

    /** A text whose middle is at x. */
    Svg text(String kind, double x, double y, String text) {
        return text(kind, "middle", x, y, text);
    }

    /** @param anchor which end of the text is at x: {@code start}, {@code middle} or {@code end} */
    Svg text(String kind, String anchor, double x, double y, String text) {
        pieces.append("<text class=\"").append(kind).append("\" text-anchor=\"").append(anchor);
        pieces.append("\" x=\"")
                .append(coordinate(x))
                .append("\" y=\"")
                .append(coordinate(y))
                .append("\">");
        pieces.append(escaped(text)).append("</text>");
        return this;
    }

    Svg dot(String kind, double x, double y) {
        pieces.append("<circle class=\"").append(kind).append("\" cx=\"").append(coordinate(x));
        pieces.append("\" cy=\"").append(coordinate(y)).append("\" r=\"4\"></circle>");
        return this;
    }

    Svg line(String kind, double... corners) {
        pieces.append("<polyline class=\"").append(kind).append("\" points=\"");
        for (int i = 0; i + 1 < corners.length; i += 2) {
            pieces.append(i == 0 ? "" : " ").append(coordinate(corners[i]));
            pieces.append(',').append(coordinate(corners[i + 1]));
        }
        pieces.append("\"></polyline>");
        return this;
    }

    String markup() {
        String wide = coordinate(width);
        String high = coordinate(height);
        return "<svg width=\"" + wide + "\" height=\"" + high + "\" viewBox=\"0 0 " + wide + " " + high + "\">" + pieces
                + "</svg>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", " ");
    }

    private static String coordinate(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}

package gradus.maths;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One layer as it was written, {@code conv(8, 5, padding=2)}: its name, and its arguments taken one by one. */
final class LayerReader {
    private static final Pattern LAYER = Pattern.compile("([A-Za-z_]+)\\s*(?:\\(([^()]*)\\))?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,7})\\s*(?:[x×]\\s*(\\d{1,7}))?");

    private final String text;
    private final String name;
    private final List<String> positional = new ArrayList<>();
    private final Map<String, String> named = new LinkedHashMap<>();
    private int next;

    private LayerReader(String text, String name) {
        this.text = text;
        this.name = name;
    }

    /** The layers of a text, divided by semicolons or line ends. */
    static List<LayerReader> all(String layers) {
        List<LayerReader> readers = new ArrayList<>();
        for (String text : layers.split("[;\\n]", -1)) {
            if (!text.isBlank()) {
                readers.add(read(text.strip()));
            }
        }
        return readers;
    }

    private static LayerReader read(String text) {
        Matcher matcher = LAYER.matcher(text);
        if (!matcher.matches()) {
            throw MathsException.of("maths.layer-unreadable", text);
        }
        LayerReader reader = new LayerReader(text, matcher.group(1).toLowerCase(Locale.ROOT));
        String arguments = matcher.group(2);
        if (arguments != null && !arguments.isBlank()) {
            for (String argument : arguments.split(",", -1)) {
                reader.add(argument.strip());
            }
        }
        return reader;
    }

    private void add(String argument) {
        int equals = argument.indexOf('=');
        String value = argument.substring(equals + 1).strip().replaceAll("^\"|\"$", "");
        boolean late = equals < 0 && !named.isEmpty();
        if (value.isEmpty() || late || equals == 0) {
            throw MathsException.of("maths.layer-unreadable", text);
        }
        if (equals < 0) {
            positional.add(value);
        } else if (named.put(argument.substring(0, equals).strip(), value) != null) {
            throw MathsException.of("maths.layer-unreadable", text);
        }
    }

    String text() {
        return text;
    }

    String name() {
        return name;
    }

    /** A whole number of at least {@code least} that must be given. */
    int number(String argument, int least) {
        return number(argument, least, null);
    }

    int number(String argument, int least, int otherwise) {
        return number(argument, least, Integer.valueOf(otherwise));
    }

    private int number(String argument, int least, @Nullable Integer otherwise) {
        String value = take(argument);
        if (value == null) {
            if (otherwise == null) {
                throw MathsException.of("maths.layer-needs", text, argument);
            }
            return otherwise;
        }
        if (!value.matches("\\d{1,7}") || Integer.parseInt(value) < least) {
            throw MathsException.of("maths.layer-number", text, argument, least, value);
        }
        return Integer.parseInt(value);
    }

    /** A kernel's height and width: {@code 5} or {@code 5x3}. */
    int[] size(String argument) {
        return size(argument, new int[0]);
    }

    int[] size(String argument, int... otherwise) {
        String value = take(argument);
        if (value == null) {
            if (otherwise.length == 0) {
                throw MathsException.of("maths.layer-needs", text, argument);
            }
            return otherwise;
        }
        Matcher matcher = SIZE.matcher(value);
        if (!matcher.matches()) {
            throw MathsException.of("maths.layer-number", text, argument, 1, value);
        }
        int height = Integer.parseInt(matcher.group(1));
        int width = matcher.group(2) == null ? height : Integer.parseInt(matcher.group(2));
        if (height < 1 || width < 1) {
            throw MathsException.of("maths.layer-number", text, argument, 1, value);
        }
        return new int[] {height, width};
    }

    /** A number of lines or "valid", "same", "full"; 0 where not given. */
    Padding padding() {
        String value = take("padding");
        if (value == null) {
            return Padding.of(0);
        }
        return value.matches("\\d{1,6}") ? Padding.of(Integer.parseInt(value)) : Padding.of(value);
    }

    boolean flag(String argument, boolean otherwise) {
        String value = take(argument);
        if (value == null) {
            return otherwise;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw MathsException.of("maths.layer-flag", text, argument, value);
        };
    }

    private @Nullable String take(String argument) {
        if (next < positional.size()) {
            if (named.containsKey(argument)) {
                throw MathsException.of("maths.layer-twice", text, argument);
            }
            return positional.get(next++);
        }
        return named.remove(argument);
    }

    /** Nothing may be left over after a layer took its arguments. */
    void end() {
        if (next < positional.size() || !named.isEmpty()) {
            String left = next < positional.size()
                    ? positional.get(next)
                    : named.keySet().iterator().next();
            throw MathsException.of("maths.layer-left-over", text, left);
        }
    }
}

package gradus.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What the style sheets inside a drawing say of its elements, as far as they choose them by kind, class or name, which is how
 * drawing programs write them; and which properties only draw.
 */
final class DrawingStyles {
    private static final Pattern CHOICE = Pattern.compile("(\\*|[A-Za-z]+)?(?:([.#])([\\w-]+))?");
    private static final Pattern FONT =
            Pattern.compile("(?:(italic|oblique) )?(?:(bold|[1-9]00) )?([0-9.]+(?:px|pt|em|%)?)(?:/[^ ]+)? (.+)");
    private static final Pattern URL = Pattern.compile("url\\( ?(['\"]?)#[\\w.:-]+\\1 ?\\)");
    private static final int LONGEST_SHEETS = 50_000;
    private static final int MOST_RULES = 500;

    /** Functions that compute a colour or a place. Any other, and every escape, keeps its value out. */
    private static final Set<String> COMPUTES =
            Set.of("rgb rgba hsl hsla matrix translate rotate scale skewx skewy calc".split(" "));

    /** Attributes that draw, and properties of style sheets that are attributes, too. */
    private static final Set<String> DRAWING =
            Set.of(("id x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points width height viewBox"
                            + " preserveAspectRatio transform gradientTransform gradientUnits patternUnits patternContentUnits"
                            + " patternTransform spreadMethod offset clipPathUnits maskUnits maskContentUnits markerWidth markerHeight"
                            + " markerUnits refX refY orient dx dy rotate textLength lengthAdjust startOffset method spacing side"
                            + " pathLength version role aria-label aria-hidden lang systemLanguage fill fill-opacity fill-rule stroke"
                            + " stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray"
                            + " stroke-dashoffset opacity color stop-color stop-opacity font-family font-size font-style font-weight"
                            + " font-variant font-stretch text-anchor text-decoration dominant-baseline alignment-baseline"
                            + " baseline-shift letter-spacing word-spacing writing-mode direction unicode-bidi clip-path clip-rule"
                            + " mask marker-start marker-mid marker-end display visibility overflow paint-order shape-rendering"
                            + " text-rendering image-rendering vector-effect color-interpolation")
                    .split(" "));

    private final List<Rule> rules;

    private DrawingStyles(List<Rule> rules) {
        this.rules = rules;
    }

    /** A rule: which elements it chooses, and what it says of them. */
    private record Rule(String kind, String by, String name, Map<String, String> says) {
        int weight() {
            return by.equals("#") ? 3 : by.equals(".") ? 2 : kind.equals("*") ? 0 : 1;
        }

        boolean chooses(Element element) {
            boolean kindFits = kind.isEmpty() || kind.equals("*") || kind.equals(element.getLocalName());
            return kindFits
                    && switch (by) {
                        case "." ->
                            List.of(element.getAttribute("class").split("\\s+")).contains(name);
                        case "#" -> element.getAttribute("id").equals(name);
                        default -> true;
                    };
        }
    }

    /** Those of a drawing; none where they are longer than drawing programs write them. */
    static DrawingStyles of(Element root) {
        NodeList sheets = root.getElementsByTagNameNS("*", "style");
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < sheets.getLength() && all.length() <= LONGEST_SHEETS; i++) {
            all.append(sheets.item(i).getTextContent()).append('\n');
        }
        List<Rule> rules = new ArrayList<>();
        if (all.length() <= LONGEST_SHEETS) {
            read(withoutComments(all.toString()), rules);
        }
        rules.sort(Comparator.comparingInt(Rule::weight));
        return new DrawingStyles(rules);
    }

    private static String withoutComments(String sheet) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        for (int open = sheet.indexOf("/*"); open >= 0; open = sheet.indexOf("/*", at)) {
            kept.append(sheet, at, open);
            int close = sheet.indexOf("*/", open + 2);
            at = close < 0 ? sheet.length() : close + 2;
        }
        return kept.append(sheet.substring(at)).toString();
    }

    /** Reads the rules of a sheet; what stands in those of media and the like is passed over. */
    private static void read(String sheet, List<Rule> rules) {
        int begun = 0;
        int depth = 0;
        String choices = "";
        for (int i = 0; i < sheet.length() && rules.size() < MOST_RULES; i++) {
            char letter = sheet.charAt(i);
            if (letter == '{' && ++depth == 1) {
                choices = sheet.substring(begun, i).strip();
                begun = i + 1;
            } else if (letter == ';' && depth == 0) {
                begun = i + 1;
            } else if (letter == '}' && depth > 0 && --depth == 0) {
                if (!choices.startsWith("@")) {
                    add(choices, declarations(sheet.substring(begun, i)), rules);
                }
                begun = i + 1;
            }
        }
    }

    private static void add(String choices, Map<String, String> says, List<Rule> rules) {
        for (String choice : choices.split(",")) {
            Matcher simple = CHOICE.matcher(choice.strip());
            if (simple.matches() && simple.end() > simple.start()) {
                rules.add(new Rule(word(simple, 1), word(simple, 2), word(simple, 3), says));
            }
        }
    }

    private static String word(Matcher match, int group) {
        return match.group(group) == null ? "" : match.group(group);
    }

    /** What the sheets say of an element. */
    Map<String, String> saidOf(Element element) {
        Map<String, String> said = new LinkedHashMap<>();
        rules.stream().filter(rule -> rule.chooses(element)).forEach(rule -> said.putAll(rule.says()));
        return said;
    }

    /** The properties that a text such as {@code fill: red; stroke: blue} sets. */
    static Map<String, String> declarations(String text) {
        Map<String, String> says = new LinkedHashMap<>();
        for (String declaration : text.split(";")) {
            int colon = declaration.indexOf(':');
            String name = declaration.substring(0, Math.max(0, colon)).strip();
            String value =
                    declaration.substring(colon + 1).replace("!important", "").strip();
            Matcher font = FONT.matcher(name.equals("font") ? value : "");
            if (font.matches()) {
                says.put("font-style", word(font, 1));
                says.put("font-weight", word(font, 2));
                says.put("font-size", word(font, 3));
                says.put("font-family", word(font, 4));
            } else if (!value.isEmpty()) {
                says.put(name, value);
            }
        }
        says.values().removeIf(String::isEmpty);
        return says;
    }

    /** Those that only draw, with values that fetch nothing. */
    static Map<String, String> drawing(Map<String, String> said) {
        Map<String, String> drawing = new TreeMap<>();
        said.forEach((name, value) -> {
            if (DRAWING.contains(name) && (name.equals("id") || name.equals("aria-label") || isPlain(value))) {
                drawing.put(name, value);
            }
        });
        return drawing;
    }

    private static boolean isPlain(String value) {
        String rest = URL.matcher(value).replaceAll(" ");
        for (int open = rest.indexOf('('); open >= 0; open = rest.indexOf('(', open + 1)) {
            int end = open;
            while (end > 0 && Character.isWhitespace(rest.charAt(end - 1))) {
                end--;
            }
            int begin = end;
            while (begin > 0 && (Character.isLetterOrDigit(rest.charAt(begin - 1)) || rest.charAt(begin - 1) == '-')) {
                begin--;
            }
            if (begin < end && !COMPUTES.contains(rest.substring(begin, end).toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return rest.indexOf('\\') < 0 && rest.indexOf('@') < 0;
    }
}

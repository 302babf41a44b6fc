package gradus.expression.read;

import gradus.expression.function.Library;
import gradus.expression.function.LibraryFunction;
import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.function.Sentence;
import gradus.expression.node.CallNode;
import gradus.expression.node.Listing;
import gradus.expression.node.Listing.Each;
import gradus.expression.node.Listing.Line;
import gradus.expression.node.Listing.Returned;
import gradus.expression.node.Listing.Symbol;
import gradus.expression.node.Node;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Names;
import gradus.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The reader of one listing: makes a function of it and reports errors with their place. */
final class ListingReader {
    private static final Pattern SIGNATURE =
            Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]*)\\s*\\(\\s*([^()]*?)\\s*\\)\\s*");
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)(\\s*=\\s*(\\S.*))?");
    private static final Pattern PRESET =
            Pattern.compile("-?[0-9.]+(e-?[0-9]+)?|\"[^\"]*\"|true|false|[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern EACH = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]*)\\s+in\\s+(.+)", Pattern.DOTALL);
    private static final String HISTORY = "history";
    private static final int MOST_LINES = 100;
    private static final int DEEPEST = 60;
    private static final int DEEPEST_NESTING = 8;

    private final ListingText text;
    private final Library library;
    private final Group group;
    private final List<String> slots = new ArrayList<>();
    private final Set<String> chosen = new LinkedHashSet<>();
    private final Map<String, Symbol> symbols = new HashMap<>();
    private int nesting = 1;

    ListingReader(ListingText text, Library library, Group group) {
        this.text = text;
        this.library = library;
        this.group = group;
    }

    /** The function; null if the listing has errors. */
    @Nullable
    LibraryFunction read() {
        int before = text.faults();
        ListingText.Entry signature = text.field("signature");
        if (signature == null) {
            text.fault(text.name(), 0, Message.of("listing.missing", "signature"));
            return null;
        }
        parameters(signature);
        if (text.faults() > before) {
            return null;
        }
        int parameters = slots.size();
        readSymbols();
        List<Node> require = new ArrayList<>();
        text.items("require").forEach(condition -> add(require, formula(condition)));
        List<Line> start = lines("start");
        Each each = each();
        List<Line> lines = lines("lines");
        if (lines.isEmpty() && text.map("lines").isEmpty()) {
            text.fault(text.name(), 0, Message.of("listing.missing", "lines"));
        }
        List<Returned> returns = returns(each);
        ListingText.Entry source = text.field("source");
        Sentence say = text.say();
        if (text.faults() > before) {
            return null;
        }
        Listing listing = new Listing(slots, parameters, symbols, require, start, each, lines, returns, nesting);
        LibraryFunction function = LibraryFunction.of(group, signature.text().strip(), say, listing)
                .source(source == null ? "" : source.text());
        for (ListingText.Named example : text.map("examples")) {
            function = function.example(example.name().text(), example.value().text());
        }
        for (Map.Entry<String, List<ListingText.Entry>> fault :
                text.faultForms().entrySet()) {
            for (ListingText.Entry form : fault.getValue()) {
                function = function.fault(fault.getKey(), form.text());
            }
        }
        return function;
    }

    private static <T> void add(List<T> list, @Nullable T item) {
        if (item != null) {
            list.add(item);
        }
    }

    private void parameters(ListingText.Entry signature) {
        Matcher whole = SIGNATURE.matcher(signature.text());
        if (!whole.matches()) {
            text.fault(signature, 0, Message.of("listing.signature", text.name().text()));
            return;
        }
        if (!whole.group(1).equals(text.name().text())) {
            text.fault(
                    signature,
                    whole.start(1),
                    Message.of("listing.other-name", whole.group(1), text.name().text()));
        }
        boolean preset = false;
        for (String part :
                whole.group(2).isEmpty() ? new String[0] : whole.group(2).split("\\s*,\\s*", -1)) {
            int at = signature.text().indexOf(part, whole.start(2));
            Matcher parameter = PARAMETER.matcher(part);
            if (!parameter.matches()
                    || (parameter.group(3) != null
                            && !PRESET.matcher(parameter.group(3)).matches())) {
                text.fault(signature, at, Message.of("listing.parameter", part));
                continue;
            }
            if (preset && parameter.group(3) == null) {
                text.fault(signature, at, Message.of("listing.required-after-default", parameter.group(1)));
            }
            preset |= parameter.group(3) != null;
            declare(signature, at, parameter.group(1));
            String value = parameter.group(3);
            if (value != null
                    && value.startsWith("\"")
                    && library.meant(value.substring(1, value.length() - 1)) != null) {
                chosen.add(Names.fold(parameter.group(1)));
            }
            if (value != null
                    && Character.isLetter(value.charAt(0))
                    && !value.equals("true")
                    && !value.equals("false")
                    && (!slots.contains(value) || value.equals(parameter.group(1)))) {
                text.fault(signature, at, Message.of("listing.parameter", part));
            }
        }
    }

    private void declare(ListingText.Entry place, int at, String name) {
        String folded = Names.fold(name);
        if (library.named(folded) != null) {
            text.fault(place, at, Message.of("question.name-of-function", name));
        } else if (slots.contains(folded)) {
            text.fault(place, at, Message.of("question.name-twice", name));
        } else {
            slots.add(folded);
        }
    }

    private void readSymbols() {
        for (ListingText.Named symbol : text.map("symbols")) {
            symbols.put(Names.fold(symbol.name().text()), text.symbol(symbol));
        }
    }

    private @Nullable Each each() {
        ListingText.Entry entry = text.field("each");
        if (entry == null) {
            return null;
        }
        Matcher words = EACH.matcher(entry.text());
        if (!words.matches()) {
            text.fault(entry, 0, Message.of("listing.each"));
            return null;
        }
        Node over = formula(entry.from(words.start(2)));
        declare(entry, words.start(1), words.group(1));
        return over == null ? null : new Each(Names.fold(words.group(1)), slots.size() - 1, over);
    }

    /**
     * Reads the lines of a field in order. Each may use the names before it, and its own only if that already has a value. A line
     * may bear a function's name: bare it is the line, before a parenthesis the function.
     */
    private List<Line> lines(String field) {
        List<Line> lines = new ArrayList<>();
        for (ListingText.Named named : text.map(field)) {
            if (lines.size() == MOST_LINES) {
                text.fault(named.name(), 0, Message.of("listing.too-many-lines", MOST_LINES));
                break;
            }
            Node formula = formula(named.value());
            String name = Names.fold(named.name().text());
            if (!slots.contains(name)) {
                if (PARAMETER.matcher(name).matches()) {
                    slots.add(name);
                } else {
                    text.fault(
                            named.name(),
                            0,
                            Message.of("listing.parameter", named.name().text()));
                }
            }
            if (formula != null && slots.contains(name)) {
                lines.add(new Line(name, slots.indexOf(name), formula));
            }
        }
        return lines;
    }

    private List<Returned> returns(@Nullable Each each) {
        List<Returned> returns = new ArrayList<>();
        for (ListingText.Entry entry : text.items("returns")) {
            String field = Names.fold(entry.text());
            int slot = slots.indexOf(field);
            boolean history = slot < 0 && each != null && (field.equals(HISTORY) || field.endsWith("_" + HISTORY));
            if (history) {
                slot = field.equals(HISTORY)
                        ? returns.isEmpty() ? -1 : returns.get(0).slot()
                        : slots.indexOf(field.substring(0, field.length() - HISTORY.length() - 1));
            }
            if (slot < 0) {
                String nearest = Spelling.nearest(field, slots);
                text.fault(
                        entry,
                        0,
                        nearest == null
                                ? Message.of("listing.unknown-return", entry.text())
                                : Message.of("listing.unknown-return-near", entry.text(), nearest));
            } else {
                returns.add(new Returned(field, slot, history));
            }
        }
        if (returns.isEmpty()
                && text.field("returns") == null
                && text.items("returns").isEmpty()) {
            text.fault(text.name(), 0, Message.of("listing.missing", "returns"));
        }
        return returns;
    }

    private @Nullable Node formula(ListingText.Entry entry) {
        try {
            Cursor cursor = new Cursor(entry.text(), Vocabulary.listing(library, slots, chosen));
            cursor.names.addAll(slots);
            Node node = new Parser(cursor).whole();
            check(node, 0);
            return node;
        } catch (ExpressionException broken) {
            text.fault(entry, broken.at(), broken.problem());
            return null;
        }
    }

    /** Checks that a formula draws nothing, asks for no steps, is not too deep and does not nest listings too far. */
    private void check(Node node, int depth) {
        if (depth > DEEPEST) {
            throw ExpressionException.of(node.at(), "expression.too-deep", DEEPEST);
        }
        if (node instanceof CallNode call && call.listing() != null) {
            nesting = Math.max(nesting, 1 + call.listing().nesting());
            if (nesting > DEEPEST_NESTING) {
                throw ExpressionException.of(node.at(), "listing.too-nested", DEEPEST_NESTING);
            }
        }
        node.children().forEach(child -> check(child, depth + 1));
    }
}

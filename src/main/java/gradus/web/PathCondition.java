package gradus.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;

/**
 * Whether some of several things hold, each of which is that several others do, without parentheses:
 * {@code !page.shown}, {@code why != null and part.mark.verdict == 'blank' or page.last}. It says what OGNL would, or nothing.
 */
final class PathCondition implements Quick {
    private static final Pattern WRITTEN =
            Pattern.compile("(!?)(" + PropertyPath.WRITTEN + ")(?: (==|!=) (null|'([^'\\\\]{2,})'))?");

    /** What all must hold, in each of several cases. */
    private final List<List<Fact>> cases;

    private PathCondition(List<List<Fact>> cases) {
        this.cases = cases;
    }

    /**
     * One thing that holds or not.
     *
     * @param compared what the path is compared with: {@code null} or a text in quotes; null where it says by itself
     * @param negated whether the contrary is meant
     */
    private record Fact(
            PropertyPath path,
            @Nullable String compared,
            @Nullable String text,
            boolean negated) {
        /** Null where OGNL must be asked. */
        @Nullable
        Boolean holds(IExpressionContext context) {
            Object value = path.in(context);
            if (value == UNKNOWN) {
                return null;
            }
            if (compared == null) {
                return value instanceof Boolean said ? said != negated : null;
            }
            return text == null || value == null || value instanceof String
                    ? Objects.equals(value, text) != negated
                    : null;
        }
    }

    /** The condition that is written so; null where the expression is something else. */
    static @Nullable PathCondition of(String expression) {
        List<List<Fact>> cases = new ArrayList<>();
        for (String one : expression.split(" or ", -1)) {
            List<Fact> facts = new ArrayList<>();
            for (String part : one.split(" and ", -1)) {
                Fact fact = fact(part);
                if (fact == null) {
                    return null;
                }
                facts.add(fact);
            }
            cases.add(facts);
        }
        return new PathCondition(cases);
    }

    private static @Nullable Fact fact(String written) {
        Matcher fact = WRITTEN.matcher(written);
        if (!fact.matches()) {
            return null;
        }
        int groups = fact.groupCount();
        String compared = fact.group(groups - 1);
        boolean not = !fact.group(1).isEmpty();
        PropertyPath path = PropertyPath.of(fact.group(2));
        return path == null || (not && compared != null)
                ? null
                : new Fact(path, compared, fact.group(groups), not || "!=".equals(fact.group(groups - 2)));
    }

    @Override
    public Object in(IExpressionContext context) {
        for (List<Fact> facts : cases) {
            Boolean all = true;
            for (int i = 0; i < facts.size() && Boolean.TRUE.equals(all); i++) {
                all = facts.get(i).holds(context);
            }
            if (all == null) {
                return UNKNOWN;
            }
            if (all) {
                return true;
            }
        }
        return false;
    }
}

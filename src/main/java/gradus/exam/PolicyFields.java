package gradus.exam;

import static gradus.question.format.Field.optional;
import static gradus.question.format.Field.required;
import static gradus.question.format.Formats.integer;
import static gradus.question.format.Formats.listOf;
import static gradus.question.format.Formats.number;
import static gradus.question.format.Formats.object;
import static gradus.question.format.Formats.string;
import static gradus.question.format.Formats.word;

import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.format.Field;
import gradus.question.format.Fields;
import gradus.question.format.Format;
import gradus.question.format.Formats;
import gradus.question.format.Problems;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a policy and how a policy comes of them. */
final class PolicyFields {
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(60);
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern READ_OUT = Pattern.compile("\\S.{2,38}\\S");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})(s|m)");

    private static final Field<Mode> MODE = required("mode", words(Mode.class), "Timed, or practice");
    private static final Field<Instant> OPENS = optional("opens", time(), "When it opens, with its zone");
    private static final Field<Instant> CLOSES = optional("closes", time(), "When it closes, with its zone");
    private static final Field<Integer> MINUTES = optional("minutes", integer(1, 100_000), "How long an attempt lasts");
    private static final Field<Integer> ATTEMPTS = optional(
            "attempts", integer(1, 10_000), "How many attempts a student has; 1 if left out, in practice no limit");
    private static final Field<Duration> GRACE =
            optional("grace", span(), "How late an answer may come in that was on its way; 60s if left out");
    private static final Field<FeedbackTime> FEEDBACK = optional(
            "feedback",
            words(FeedbackTime.class),
            "When a student sees the grading; at-once in practice and after-close in a timed exam if left out");
    private static final Field<List<Show>> SHOW =
            optional("show", listOf(words(Show.class)), "What a student sees of the grading; everything if left out");
    private static final Field<Variants> VARIANTS =
            optional("variants", words(Variants.class), "Who shares the numbers drawn; per-attempt if left out");
    private static final Field<Order> ORDER = optional("order", words(Order.class), "The order of the questions");
    private static final Field<BigDecimal> ROUND =
            optional("round", number(0.000001, 1000), "The step that the total is rounded to; 0.01 if left out");
    private static final Field<Integer> TRIES =
            optional("tries", integer(1, 1000), "How often a variant may be checked in practice; no limit if left out");
    private static final Field<BigDecimal> PENALTY =
            optional("penalty", number(0, 1), "The fraction of a part's points that a wrong try costs; 0 if left out");
    private static final Field<OpenTo> OPEN_TO = optional(
            "open_to",
            words(OpenTo.class),
            "For whom it is; for the roster if a timed exam leaves it out, else for anyone");
    private static final Field<String> CODE = optional(
            "code",
            Formats.<String>parsed(READ_OUT, Message.of("exam.expected-code"), text -> text),
            "What staff read out in the room and everybody types who begins; nothing is asked for if left out");
    private static final Field<List<String>> STUDENTS =
            optional("students", listOf(string()), "Student numbers of the roster");
    private static final Field<List<String>> SECTIONS =
            optional("sections", listOf(string()), "Sections of the course");
    private static final Field<BigDecimal> FACTOR =
            optional("factor", number(0.01, 100), "By how much longer an attempt lasts, where no minutes are given");
    private static final Field<List<Allowance>> ALLOWANCES =
            optional("allowances", allowances(), "Students and sections with limits of their own");
    private static final Field<List<Allowance>> EXCEPTIONS =
            optional("exceptions", allowances(), "An older name of allowances");

    private PolicyFields() {}

    static Format<Policy> format() {
        return object(
                Message.of("exam.expected-policy"),
                List.of(
                        MODE,
                        OPENS,
                        CLOSES,
                        MINUTES,
                        ATTEMPTS,
                        GRACE,
                        FEEDBACK,
                        SHOW,
                        VARIANTS,
                        ORDER,
                        ROUND,
                        TRIES,
                        PENALTY,
                        OPEN_TO,
                        CODE,
                        ALLOWANCES,
                        EXCEPTIONS),
                PolicyFields::policy);
    }

    private static @Nullable Policy policy(Fields fields, Problems problems) {
        Mode mode = fields.get(MODE);
        if (mode == null || !fields.isComplete()) {
            return null;
        }
        Limits limits = limits(fields);
        if (mode == Mode.TIMED && limits.attempts() == null) {
            limits = new Limits(limits.opens(), limits.closes(), limits.minutes(), 1);
        }
        List<Show> show = fields.get(SHOW);
        return new Policy(
                mode,
                limits,
                fields.get(GRACE, DEFAULT_GRACE),
                fields.get(FEEDBACK, mode == Mode.PRACTICE ? FeedbackTime.AT_ONCE : FeedbackTime.AFTER_CLOSE),
                show == null ? EnumSet.allOf(Show.class) : Set.copyOf(show),
                fields.get(VARIANTS, Variants.PER_ATTEMPT),
                fields.get(ORDER, Order.FIXED),
                Decimals.exactly(fields.get(ROUND, new BigDecimal("0.01"))),
                fields.get(TRIES),
                Decimals.exactly(fields.get(PENALTY, BigDecimal.ZERO)),
                new Entrance(
                        fields.get(OPEN_TO, mode == Mode.PRACTICE ? OpenTo.ANYONE : OpenTo.ROSTER), fields.get(CODE)),
                Stream.of(ALLOWANCES, EXCEPTIONS)
                        .flatMap(field -> fields.get(field, List.<Allowance>of()).stream())
                        .toList());
    }

    private static Format<List<Allowance>> allowances() {
        return listOf(object(
                Message.of("exam.expected-exception"),
                List.of(STUDENTS, SECTIONS, OPENS, CLOSES, MINUTES, FACTOR, ATTEMPTS),
                PolicyFields::allowance));
    }

    private static @Nullable Allowance allowance(Fields fields, Problems problems) {
        return fields.isComplete()
                ? new Allowance(
                        Set.copyOf(fields.get(STUDENTS, List.of())),
                        Set.of(),
                        Set.copyOf(fields.get(SECTIONS, List.of())),
                        limits(fields),
                        fields.get(FACTOR))
                : null;
    }

    private static Limits limits(Fields fields) {
        return new Limits(fields.get(OPENS), fields.get(CLOSES), fields.get(MINUTES), fields.get(ATTEMPTS));
    }

    /** The constants of an enum as files write them: {@code after-close}. */
    private static <E extends Enum<E>> Format<E> words(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        Stream.of(type.getEnumConstants())
                .forEach(constant ->
                        words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant));
        return word(words);
    }

    private static Format<Instant> time() {
        return Formats.<Instant>parsed(TIME, Message.of("exam.expected-time"), text -> {
            try {
                return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
            } catch (DateTimeException noSuchDay) {
                return null;
            }
        });
    }

    private static Format<Duration> span() {
        return Formats.parsed(SPAN, Message.of("exam.expected-span"), text -> {
            Matcher parts = SPAN.matcher(text);
            if (!parts.matches()) {
                return null;
            }
            long amount = Long.parseLong(parts.group(1));
            return parts.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMinutes(amount);
        });
    }
}

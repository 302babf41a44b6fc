package gradus.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;

/** A number, right within its tolerance, with wrong numbers that are known. */
record AskedNumber(List<Target> targets) implements Asked {
    AskedNumber {
        targets = List.copyOf(targets);
    }

    @Override
    public String kind() {
        return "numerical";
    }

    @Override
    public Map<String, Object> part(Losses losses) {
        Target key = key();
        if (key == null) {
            losses.leaveOut("exchange.no-right-answer");
            return Map.of();
        }
        if (!key.isRight()) {
            losses.add("exchange.best-answer", key.text(), ForeignNumbers.text(key.percent()));
        }
        boolean exact = key.tolerance().signum() == 0;
        Map<String, Object> part = PartYaml.number(exact ? "exact" : Map.of("absolute", key.tolerance()));
        part.put("expect", expression(key));
        if (key.saysSomething()) {
            losses.add("exchange.praise-lost");
        }
        Known known = new Known(key, losses);
        targets.stream().filter(target -> target != key).forEach(known::add);
        if (!known.accepts.isEmpty()) {
            part.put("accept", known.accepts);
        }
        if (!known.mistakes.isEmpty()) {
            part.put("mistakes", known.mistakes);
        }
        return part;
    }

    /** The first number that earns everything, or else the one that earns most. */
    private @org.jspecify.annotations.Nullable Target key() {
        Target best = null;
        for (Target target : targets) {
            boolean counts = target.number() != null && target.percent().signum() > 0;
            if (counts && (best == null || !best.isRight() && target.percent().compareTo(best.percent()) > 0)) {
                best = target;
            }
        }
        return best;
    }

    private static String expression(Target target) {
        return ForeignNumbers.text(Objects.requireNonNull(target.number()));
    }

    /** What else is known of the answers beside the key. */
    private static final class Known {
        private final Target key;
        private final Losses losses;
        private final List<Map<String, Object>> accepts = new ArrayList<>();
        private final List<Map<String, Object>> mistakes = new ArrayList<>();
        private final List<BigDecimal> taken = new ArrayList<>();

        Known(Target key, Losses losses) {
            this.key = key;
            this.losses = losses;
            taken.add(Objects.requireNonNull(key.number()));
        }

        void add(Target target) {
            BigDecimal number = target.number();
            if (number == null) {
                if (target.saysSomething() || target.percent().signum() != 0) {
                    losses.add(
                            target.isAnyOther() ? "exchange.other-answer-lost" : "exchange.not-a-number",
                            target.text());
                }
                return;
            }
            if (target.percent().signum() <= 0 && !target.saysSomething()) {
                return;
            }
            boolean near = taken.stream()
                    .anyMatch(other -> other.subtract(number).abs().compareTo(key.tolerance()) <= 0);
            if (near) {
                losses.add("exchange.answer-too-near", target.text(), ForeignNumbers.text(target.percent()));
                return;
            }
            if (target.tolerance().compareTo(key.tolerance()) != 0) {
                losses.add("exchange.tolerance-lost", target.text(), ForeignNumbers.text(key.tolerance()));
            }
            taken.add(number);
            if (target.isRight()) {
                accepts.add(PartYaml.accept(expression(target), target.feedback()));
            } else {
                mistakes.add(PartYaml.mistake(
                        "m" + (mistakes.size() + 1), expression(target), credit(target, losses), target.feedback()));
            }
        }
    }

    /** What a wrong answer earns, as a fraction. */
    static String credit(Target target, Losses losses) {
        if (target.percent().signum() < 0) {
            losses.add("exchange.negative-lost", ForeignNumbers.text(target.percent()));
            return "0";
        }
        return ForeignNumbers.text(target.percent().movePointLeft(2));
    }

    @Override
    public void moodle(MoodleXml xml) {
        targets.forEach(target -> xml.answer(target, true));
    }

    @Override
    public String embedded(MoodleXml xml, BigFraction points) {
        return xml.field(
                "NUMERICAL", points, targets, target -> target.text() + ":" + ForeignNumbers.text(target.tolerance()));
    }

    @Override
    public void qti(QtiItem item, String id, BigFraction points) {
        item.number(id, targets, points);
    }
}

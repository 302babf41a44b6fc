package gradus.exchange;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** A few words that are compared letter by letter. */
record AskedWords(List<Target> targets) implements Asked {
    AskedWords {
        targets = List.copyOf(targets);
    }

    @Override
    public String kind() {
        return "shortanswer";
    }

    /** A number where all that is right is one; otherwise a text, since only people judge words here. */
    @Override
    public Map<String, Object> part(Losses losses) {
        List<Target> right = targets.stream().filter(Target::isRight).toList();
        if (right.isEmpty()) {
            losses.leaveOut("exchange.no-right-answer");
            return Map.of();
        }
        if (right.stream().allMatch(target -> target.number() != null)) {
            return new AskedNumber(targets).part(losses);
        }
        losses.add("exchange.words-by-person");
        Map<String, Object> part = PartYaml.text();
        part.put(
                "answer",
                right.stream().map(target -> MarkdownWords.plain(target.text())).collect(Collectors.joining(" / ")));
        if (targets.stream().anyMatch(target -> !target.isRight() || target.saysSomething())) {
            losses.add("exchange.other-answers-lost");
        }
        return part;
    }

    @Override
    public void moodle(MoodleXml xml) {
        xml.leaf("usecase", "0");
        targets.forEach(target -> xml.answer(target, false));
    }

    @Override
    public String embedded(MoodleXml xml, BigFraction points) {
        return xml.field("SHORTANSWER", points, targets, Target::text);
    }

    @Override
    public void qti(QtiItem item, String id, BigFraction points) {
        item.words(id, targets, points);
    }
}

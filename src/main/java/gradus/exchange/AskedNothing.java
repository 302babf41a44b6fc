package gradus.exchange;

import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** A text that asks for nothing; here it has a box for notes, which nobody scores. */
record AskedNothing() implements Asked {
    @Override
    public String kind() {
        return "description";
    }

    @Override
    public Map<String, Object> part(Losses losses) {
        return PartYaml.notes();
    }

    @Override
    public void moodle(MoodleXml xml) {
        // a description has nothing that other questions lack
    }

    @Override
    public boolean canBeEmbedded() {
        return false;
    }

    @Override
    public String embedded(MoodleXml xml, BigFraction points) {
        return "";
    }

    @Override
    public void qti(QtiItem item, String id, BigFraction points) {
        // nothing is asked
    }
}

package gradus.exchange;

import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A text that a person grades.
 *
 * @param forGraders what graders hold it against; empty for nothing
 */
record AskedText(String forGraders) implements Asked {
    @Override
    public String kind() {
        return "essay";
    }

    @Override
    public Map<String, Object> part(Losses losses) {
        Map<String, Object> part = PartYaml.text();
        if (!forGraders.isBlank()) {
            part.put("answer", forGraders);
        }
        return part;
    }

    @Override
    public void moodle(MoodleXml xml) {
        xml.leaf("responseformat", "editor");
        xml.leaf("responserequired", "1");
        xml.leaf("responsefieldlines", "10");
        xml.leaf("attachments", "0");
        xml.html("graderinfo", forGraders);
    }

    @Override
    public boolean canBeEmbedded() {
        return false;
    }

    @Override
    public String embedded(MoodleXml xml, BigFraction points) {
        throw new IllegalStateException("a text stands alone");
    }

    @Override
    public void qti(QtiItem item, String id, BigFraction points) {
        item.text(id, forGraders);
    }
}

package gradus.exchange;

import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** What one field asks for, in the terms that question files and those of learning platforms share. Texts are Markdown. */
interface Asked {
    /** Moodle's word for it. */
    String kind();

    /** The fields of a part of a question file, all but its id, points and label. */
    Map<String, Object> part(Losses losses);

    /** Writes what a question of Moodle has besides that which all kinds have. */
    void moodle(MoodleXml xml);

    /** Whether it can stand inside a text of Moodle. */
    default boolean canBeEmbedded() {
        return true;
    }

    /**
     * Its fields inside a text of Moodle, as HTML.
     *
     * @param points what it is worth, as a number whose share of {@code weight} is whole
     */
    String embedded(MoodleXml xml, BigFraction points);

    /** How many fields it has inside a text of Moodle, among which its points are shared. */
    default int fields() {
        return 1;
    }

    /** Writes its interaction, and says how it is scored. */
    void qti(QtiItem item, String id, BigFraction points);
}

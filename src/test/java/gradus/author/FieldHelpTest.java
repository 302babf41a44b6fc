package gradus.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.exam.ExamFile;
import gradus.question.file.QuestionFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The fields that help lists, against the schemas that editors are given. */
class FieldHelpTest {
    @Test
    void everyFieldOfTheSchemasIsExplainedInBothLanguages() {
        List<FieldHelp.Group> groups = new ArrayList<>(FieldHelp.ofQuestions(QuestionFile.schema()));
        assertEquals(2 + 9, groups.size());
        groups.addAll(FieldHelp.ofExams(ExamFile.schema()));
        int fields = 0;
        for (FieldHelp.Group group : groups) {
            for (FieldHelp field : group.fields()) {
                String english = field.say().in(Locale.ENGLISH);
                assertEquals(field.about(), english, field.path());
                assertNotEquals(english, field.say().in(Locale.KOREAN), field.path());
                fields++;
            }
        }
        assertTrue(fields > 120, fields + " fields");
    }
}

package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a professor found doubtful in the shipped questions is gone, and said as proposed; in {@code bank/sentences.tsv}. */
class BankSentencesTest {
    @Test
    void aReadersCorrectionsStandInTheFiles() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : lines()) {
            String[] fields = line.split("\t", -1);
            List<String> questions = fields[0].equals("*") ? ShippedBank.questionIds() : List.of(fields[0]);
            for (String question : questions) {
                String text = Files.readString(ShippedBank.FOLDER.resolve("questions/" + question + ".yaml"))
                        .replace("''", "'");
                if (text.contains(fields[2]) != fields[1].equals("says")) {
                    wrong.add(question + " " + fields[1] + ": " + fields[2]);
                }
            }
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    /** Particles follow the sound that a formula is read with. */
    @Test
    void particlesAfterFormulasFollowTheirSound() throws IOException {
        String vowel = "\\$[^$]*(?:_2|_4|_5|_9|beta|alpha|lambda|\\\\mu|W|w)\\$ ";
        List<String> wrong = new ArrayList<>();
        for (String question : ShippedBank.questionIds()) {
            String text = Files.readString(ShippedBank.FOLDER.resolve("questions/" + question + ".yaml"));
            Matcher bad = Pattern.compile(vowel + "(?:은|이|을|과)[ ,.]").matcher(text);
            while (bad.find()) {
                wrong.add(question + ": " + bad.group());
            }
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    private static List<String> lines() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(BankSentencesTest.class.getResourceAsStream("/bank/sentences.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}

package gradus.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticlesTest {
    @ParameterizedTest
    @CsvSource({
        "문항은(는), 문항은",
        "과제은(는), 과제는",
        "3이(가), 3이",
        "4이(가), 4가",
        "100을(를), 100을",
        "2.5을(를), 2.5를",
        "3x3과(와), 3x3과",
        "모양 (3x2)과(와), 모양 (3x2)와",
        "W이(가), W가",
        "n이(가), n이",
        "R(으)로, R로",
        "dW1(으)로, dW1로",
        "dW3(으)로, dW3으로",
        "서울(으)로, 서울로",
        "부산(으)로, 부산으로",
        "대구(으)로, 대구로",
        "kernel을(를), kernel을",
        "sigmoid을(를), sigmoid를",
        "relu은(는), relu는",
        "softmax이(가), softmax가",
        "step은(는), step은",
        "ε을(를), ε을",
        "β을(를), β를",
        "50%이(가), 50%가",
        "\"sum\"(이)라는, \"sum\"이라는",
        "김하나(이)라는, 김하나라는",
        "x(이)라는, x라는",
        "max( 이(가), max( 가",
        "이(가), 가",
    })
    void followTheLastSoundOfTheWordBefore(String open, String chosen) {
        assertEquals(chosen, Particles.chosen(open));
    }

    /** A particle that is written out after a placeholder is right for some arguments only. */
    @Test
    void noTextDecidesBeforeItKnowsTheWord() throws IOException {
        Properties korean = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of("src", "main", "resources", "messages_ko.properties"), StandardCharsets.UTF_8)) {
            korean.load(file);
        }
        Pattern decided = Pattern.compile("(?<!\\()\\{\\d}[\"”]? ?(은|는|이|가|을|를|과|와|으로|로|이라는|라는)(?=[\\s.,:])");
        Pattern apart =
                Pattern.compile("\\{\\d} (은\\(는\\)|이\\(가\\)|을\\(를\\)|과\\(와\\)|\\(으\\)로|에|에서|의|입니다)(?=[\\s.,:])");
        for (Pattern pattern : List.of(decided, apart)) {
            korean.forEach(
                    (key, text) -> assertFalse(pattern.matcher(text.toString()).find(), key + "=" + text));
        }
    }

    /** In Korean a particle is written to the word before it, also where that is a formula or Latin letters. */
    @Test
    void noShippedTextSetsAParticleApart() throws IOException {
        Pattern apart = Pattern.compile(
                "([a-zA-Z0-9)\\]`\"}]|[^$ ]\\$) " + "(은|는|을|를|와|과|의|에|에서|에는|로|으로|입니다|이고|이면|인|처럼|보다|까지)(?![가-힣])");
        List<String> found = new ArrayList<>();
        for (Path root : List.of(Path.of("db", "bank"), Path.of("src", "main", "resources"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(file -> file.toString().matches(".*(yaml|_ko.properties)"))
                        .toList()) {
                    apart.matcher(Files.readString(file))
                            .results()
                            .forEach(place -> found.add(file + ": " + place.group()));
                }
            }
        }
        assertEquals(List.of(), found);
    }
}

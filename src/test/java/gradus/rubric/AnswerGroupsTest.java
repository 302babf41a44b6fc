package gradus.rubric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.rubric.AnswerGroups.Answer;
import gradus.rubric.AnswerGroups.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Five hundred short answers, written and given points before there was any grouping. */
class AnswerGroupsTest {
    private static final int TUNED = 5;

    /** An answer and the points that a teacher gave it. */
    private record Graded(String text, String points) {}

    /** What a grader does who gives each group what its first answer deserves. */
    private record Work(int answers, int strokes, int right, List<String> wrong) {
        Work with(Work other) {
            List<String> both = new ArrayList<>(wrong);
            both.addAll(other.wrong);
            return new Work(answers + other.answers, strokes + other.strokes, right + other.right, both);
        }

        double actions() {
            return (double) strokes / answers;
        }

        double agreement() {
            return (double) right / answers;
        }
    }

    private static Map<Integer, List<Graded>> questions() throws IOException {
        Map<Integer, List<Graded>> questions = new LinkedHashMap<>();
        List<Graded> current = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/gradus/rubric/short-answers.txt"))) {
            if (line.startsWith("== ")) {
                current = new ArrayList<>();
                questions.put(questions.size() + 1, current);
            } else if (!line.startsWith("#")) {
                String[] graded = line.split(": ", 2);
                for (String text : graded[1].split(" \\| ", -1)) {
                    current.add(new Graded(text, graded[0]));
                }
            }
        }
        return questions;
    }

    private static Work work(List<Graded> graded) {
        List<Group> groups = AnswerGroups.of(IntStream.range(0, graded.size())
                .mapToObj(i -> new Answer(Integer.toString(i), graded.get(i).text(), null))
                .toList());
        int right = 0;
        List<String> wrong = new ArrayList<>();
        for (Group group : groups) {
            String given = graded.get(Integer.parseInt(group.first().name())).points();
            for (Answer answer : group.answers()) {
                boolean same =
                        graded.get(Integer.parseInt(answer.name())).points().equals(given);
                right += same ? 1 : 0;
                if (!same) {
                    wrong.add(answer.text() + " with " + group.first().text());
                }
            }
        }
        return new Work(graded.size(), groups.size(), right, wrong);
    }

    private static Work work(boolean tuned) throws IOException {
        Work all = new Work(0, 0, 0, List.of());
        for (Map.Entry<Integer, List<Graded>> question : questions().entrySet()) {
            if (question.getKey() <= TUNED == tuned) {
                all = all.with(work(question.getValue()));
            }
        }
        return all;
    }

    @Test
    void groupsSaveThreeOfFiveActionsAndAgreeWithWhatTheTeacherGave() throws IOException {
        Work tuned = work(true);
        assertEquals(250, tuned.answers());
        assertTrue(tuned.actions() <= 0.4 && tuned.agreement() >= 0.98, tuned.toString());
    }

    @Test
    void soWithAnswersThatNobodyLookedAtMeanwhile() throws IOException {
        Work unseen = work(false);
        assertEquals(250, unseen.answers());
        assertTrue(unseen.actions() <= 0.4 && unseen.agreement() >= 0.98, unseen.toString());
    }

    @Test
    void sameValuesFormulasAndMistakesStandTogetherAndOthersDoNot() {
        assertEquals(1, groups("1/2", "0.5", " .5 "));
        assertEquals(2, groups("1/2", "0.51"));
        assertEquals(1, groups("(x+1)^2", "x^2 + 2x + 1", "x²+2x+1"));
        assertEquals(2, groups("(x+1)^2", "x^2 + 1"));
        assertEquals(2, groups("W x + b", "w x + b + 1"));
        assertEquals(2, groups("손실이 증가한다", "손실이 감소한다"));
        assertEquals(2, groups("the loss increases", "the loss decreases"));
        assertEquals(2, groups("it learns the weights", "it does not learn the weights"));
        assertEquals(2, groups("레이블이 있다", "레이블이 없다"));
        List<Group> diagnosed = AnswerGroups.of(List.of(
                new Answer("a", "12", "flipped"), new Answer("b", "13", "flipped"), new Answer("c", "12", null)));
        assertEquals(
                List.of(2, 1),
                diagnosed.stream().map(group -> group.answers().size()).toList());
    }

    private static int groups(String... texts) {
        return AnswerGroups.of(IntStream.range(0, texts.length)
                        .mapToObj(i -> new Answer(Integer.toString(i), texts[i], null))
                        .toList())
                .size();
    }
}

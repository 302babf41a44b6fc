package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.browser.Browser;
import gradus.course.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every page that people meet, in both languages: accessible, calm, light, without a broken policy. */
class TourIT {
    private static final String EXAM = "/courses/deep-learning/exams/deep-learning-final";
    private static final String PRACTICE = "/courses/deep-learning/exams/deep-learning-practice";

    private final List<String> faults = new ArrayList<>();

    @AfterEach
    void nothingWasWrongWithAnyPage() {
        assertEquals(List.of(), faults);
    }

    @Test
    void aStudentSeesEveryQuestionOfTheExam() {
        sit("ko");
    }

    @Test
    @Tag("screens")
    void aStudentSeesThemInEnglish() {
        sit("en");
    }

    private void sit(String language) {
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), language)) {
            String link = TestPeople.invited(server.database(), "20240001", "김하나", Role.STUDENT);
            browser.go(link).type("#password", "long enough").follow("main form button");
            look(browser.go("/"), "home");
            look(browser.go(EXAM), "exam-card");
            browser.follow("form.start button");
            String question = browser.path().replaceFirst("[0-9]+$", "");
            // those with the most kinds of fields; -Pscreens looks at each
            int step = Boolean.getBoolean("gradus.screenshots") ? 1 : 3;
            for (int position = 1; position <= 11; position += step) {
                look(browser.go(question + position), "question-" + position);
            }
            look(browser.go(question.replace("questions/", "review")), "review");
            browser.follow("form.submission button");
            look(browser, "result");
        }
    }

    @Test
    void aGuestPractisesAndAnInstructorLooksAtTheBank() {
        practise("ko");
    }

    @Test
    @Tag("screens")
    void theSameInEnglish() {
        practise("en");
    }

    private void practise(String language) {
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), language)) {
            look(browser.go(PRACTICE), "practice-card");
            browser.follow("form.start button");
            String question = browser.path().replaceFirst("[0-9]+$", "");
            int step = Boolean.getBoolean("gradus.screenshots") ? 1 : 4;
            for (int position = 1; position <= 20; position += step) {
                look(browser.go(question + position), "practice-" + position);
            }
            browser.dark(true);
            look(browser.go(question + 7), "practice-dark");
            browser.dark(false);
            String link = TestPeople.invited(server.database(), "prof", "이교수", Role.INSTRUCTOR);
            browser.go(link).type("#password", "long enough").follow("main form button");
            look(browser.go("/courses/deep-learning/questions"), "bank");
            look(browser.go("/courses/deep-learning/questions/correlation-convolution"), "preview");
        }
    }

    private void look(Browser browser, String name) {
        if (browser.shift() >= 0.01) {
            faults.add(name + " shifted by " + browser.shift() + ": " + browser.shifted());
        }
        // the result has the keys of all questions folded away in it
        if (browser.weight() >= (name.equals("result") ? 256_000 : 200_000)) {
            faults.add(name + " weighs " + browser.weight());
        }
        if (browser.overflow() > 0) {
            faults.add(name + " is wider than a telephone by " + browser.overflow());
        }
        browser.texts(".katex-error").forEach(formula -> faults.add(name + " cannot draw " + formula));
        if (browser.language().equals("ko")) {
            faults.addAll(browser.barriers().stream()
                    .map(barrier -> name + ": " + barrier)
                    .toList());
        }
        browser.screenshot(name);
    }
}

package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions from and for other programs, through the pages of an instructor. */
class ExchangeDoorTest {
    private TestServer server;
    private TestVisitor instructor;

    @BeforeEach
    void start() {
        server = TestServer.start();
        instructor = signedIn("prof", Role.INSTRUCTOR);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestVisitor signedIn(String login, Role role) {
        TestVisitor visitor = server.visitor();
        String link = TestPeople.invited(server.database(), login, "이교수", role);
        visitor.open(link.substring(link.indexOf("/welcome")))
                .type("Password", "long enough")
                .press("Begin");
        return visitor;
    }

    @Test
    void aPastedFileIsLookedAtAndThenHandedOutAsQuestionFiles() {
        TestPage page = instructor.open("/courses/deep-learning/questions").follow("Questions from other programs");
        String gift = "::Slope:: The slope of x^2 at 1? {#2:0.1}\n\n::Name:: Who? {=Ada =%50%Grace}\n";
        TestPage report = page.type("Text of the file", gift).press("Preview the result");
        assertEquals(200, report.status());
        assertTrue(report.text().contains("2 questions: 1 carried over whole, 1 in part, 0 left out."), report.text());
        assertTrue(report.text().contains("A person grades these words here"), report.text());
        assertTrue(report.texts("pre").get(0).contains("id: slope"), report.text());
        TestPage files = report.press("Download the question files");
        assertEquals(
                "application/zip",
                files.response().headers().firstValue("Content-Type").orElse(""));
        assertTrue(files.response().body().startsWith("PK"));
        assertTrue(files.response().body().contains("questions/slope.yaml"));
        assertTrue(files.response().body().contains("report.txt"));
    }

    @Test
    void whatCannotBeReadIsRefusedOnThePageAndShownAsText() {
        TestPage page = instructor.open("/courses/deep-learning/question-import");
        TestPage refused = page.type("Text of the file", "<html><script>alert(1)</script></html>")
                .press("Preview the result");
        assertEquals(422, refused.status());
        assertTrue(refused.text().contains("This is no Moodle XML file"), refused.text());
        String outside = "<!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><quiz>&x;</quiz>";
        TestPage entity = instructor
                .open("/courses/deep-learning/question-import")
                .type("Text of the file", outside)
                .press("Preview the result");
        assertTrue(entity.text().contains("a document type or an entity"), entity.text());
    }

    @Test
    void anExamAndAQuestionAreDownloadedAfterTheirReport() {
        TestPage report = instructor.open("/courses/deep-learning/exams/chapter-6-recurrent/export/report");
        assertTrue(report.text().contains("3 questions: 3 carried over whole"), report.text());
        TestPage xml = report.follow("Download Moodle XML");
        assertTrue(xml.response().body().contains("type=\"cloze\""), xml.path());
        assertEquals(
                "attachment; filename=\"chapter-6-recurrent-moodle.xml\"",
                xml.response().headers().firstValue("Content-Disposition").orElse(""));
        assertTrue(report.follow("Download the QTI package").response().body().startsWith("PK"));
        TestPage preview = instructor.open("/courses/deep-learning/questions/lstm-step?seed=5");
        TestPage question = preview.follow("Questions for other programs");
        assertTrue(question.path().endsWith("seed=5"), question.path());
        assertTrue(question.follow("Download Moodle XML").path().endsWith("seed=5"));
    }

    @Test
    void neitherStudentsNorGradersGetKeysThisWay() {
        TestVisitor student = signedIn("s1", Role.STUDENT);
        TestVisitor grader = signedIn("g1", Role.GRADER);
        for (String path : new String[] {
            "exams/deep-learning-final/export/report",
            "exams/deep-learning-final/export/moodle-xml",
            "questions/lstm-step/export/qti",
            "question-import"
        }) {
            for (TestVisitor visitor : new TestVisitor[] {student, grader, server.visitor()}) {
                TestPage page = visitor.open("/courses/deep-learning/" + path);
                assertFalse(page.response().body().contains("NUMERICAL"), path);
                assertFalse(page.text().contains("Download"), path);
            }
        }
    }
}

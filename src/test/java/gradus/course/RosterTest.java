package gradus.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final String ROSTER = "/courses/deep-learning/people";

    @Test
    void theRosterIsThereForThoseWhoTeachTheCourseAndForNobodyElse() {
        try (TestServer server = TestServer.start()) {
            assertEquals(404, server.visitor().get(ROSTER).statusCode());
            for (Role role : Role.values()) {
                String link = TestPeople.invited(server.database(), role.word(), role.word(), role);
                TestVisitor visitor = server.visitor();
                visitor.get(link);
                visitor.post(link, Map.of("name", role.word(), "login", role.word(), "password", "long enough"));
                int expected = role == Role.INSTRUCTOR ? 200 : 404;
                assertEquals(expected, visitor.get(ROSTER).statusCode(), role.word());
                visitor.get("/sign-in");
                int enrolled = visitor.post(ROSTER, Map.of("login", "grader", "role", "instructor"))
                        .statusCode();
                assertEquals(role == Role.INSTRUCTOR ? 422 : 404, enrolled, role.word());
                assertEquals(404, visitor.get("/courses/another/people").statusCode());
            }
        }
    }
}

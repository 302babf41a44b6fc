package gradus.doors;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everybody who walks through a crawled server, each new whenever they enter, and what lies there before they come. */
final class Cast {
    /** As whom somebody looks at the pages. */
    enum As {
        NOBODY,
        GUEST,
        STUDENT,
        GRADER,
        INSTRUCTOR,
        ADMIN
    }

    static final String PASSWORD = "long enough";
    static final String KNOWN_LOGIN = "20249999";
    private static final String EXAMS = "/courses/deep-learning/exams/";
    private static final int ENDED = 3;
    private static final int RUNNING = 51;

    private final TestServer server;
    private int entered;

    /** Somebody who has entered: their cookie, and their own running attempts by the exam, as far as they have begun them. */
    record Person(As as, String cookie, Map<String, String> attempts) {
        /** The exams whose attempts a page is about. */
        Set<String> exams(String path) {
            return attempts.entrySet().stream()
                    .filter(attempt -> path.contains(attempt.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }

        /** The address of a page of another of the same kind, as it is for this one. */
        String own(String path, Person other) {
            String own = path;
            for (Map.Entry<String, String> attempt : attempts.entrySet()) {
                own = own.replace(other.attempts().get(attempt.getKey()), attempt.getValue());
            }
            return own;
        }
    }

    /** Lays out ended attempts with texts that wait for a person, and running ones over two pages of a list. */
    Cast(TestServer server) {
        this.server = server;
        TestVisitor author = signedIn(TestPeople.invited(server.database(), KNOWN_LOGIN, "이두리", Role.STUDENT));
        for (int i = 0; i < ENDED; i++) {
            author.open(EXAMS + "quiz")
                    .press("Start")
                    .type("The sum", "4")
                    .type("Why", "since\ntwo and two")
                    .press("Review and submit")
                    .press("Submit");
        }
        for (int i = 0; i < RUNNING; i++) {
            begin(server.visitor(), "drill");
        }
    }

    private TestVisitor signedIn(String link) {
        TestVisitor visitor = server.visitor();
        visitor.open(link).type("Password", PASSWORD).press("Begin");
        return visitor;
    }

    String freshLogin() {
        return "crawl" + ++entered;
    }

    /** The exams of which somebody of this kind can have a running attempt. */
    static Set<String> exams(As as) {
        return switch (as) {
            case GUEST -> Set.of("deep-learning-practice", "drill");
            case STUDENT -> Set.of("deep-learning-practice", "drill", "deep-learning-final", "quiz");
            case NOBODY, GRADER, INSTRUCTOR, ADMIN -> Set.of();
        };
    }

    /** Somebody new, who has begun these exams. */
    Person enter(As as, Set<String> exams) {
        String login = freshLogin();
        TestVisitor visitor = switch (as) {
            case NOBODY, GUEST -> server.visitor();
            case ADMIN -> signedIn(TestPeople.invitedAdmin(server.database(), login, "최관리"));
            case STUDENT, GRADER, INSTRUCTOR ->
                signedIn(TestPeople.invited(server.database(), login, "김하나 " + login, role(as)));
        };
        visitor.open("/");
        Map<String, String> attempts = new TreeMap<>();
        exams.forEach(exam -> attempts.put(exam, begin(visitor, exam)));
        return new Person(as, visitor.cookie("gradus"), attempts);
    }

    private static Role role(As as) {
        return Role.valueOf(as.name().toUpperCase(Locale.ROOT));
    }

    private static String begin(TestVisitor visitor, String exam) {
        TestPage begun = visitor.open(EXAMS + exam).press("Start");
        return begun.path().split("/", -1)[2];
    }

    /** A link that nobody has used yet. */
    String invitation() {
        return TestPeople.invited(server.database(), freshLogin(), "박새내", Role.STUDENT);
    }
}

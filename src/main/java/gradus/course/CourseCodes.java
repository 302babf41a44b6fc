package gradus.course;

import gradus.course.CourseCodeStore.Code;
import gradus.course.CourseCodeStore.Kind;
import gradus.database.Database;
import gradus.message.Message;
import gradus.web.Refusal;
import gradus.web.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The codes with which people come into a course. Nobody gets in, and nobody becomes staff, by a name that they chose for
 * themselves: only who holds a code does.
 */
final class CourseCodes {
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final Duration LIFE_OF_STAFF_CODE = Duration.ofDays(14);
    private static final Duration LIFE_OF_STUDENT_CODE = Duration.ofDays(180);

    private final Database database;
    private final CourseCodeStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CourseCodes(Database database, Clock clock) {
        this.database = database;
        this.store = database.store(CourseCodeStore.class);
        this.clock = clock;
    }

    /** Fresh codes for these seats, by person; older ones for the same seats work no more. */
    Map<UUID, String> forSeats(String course, List<UUID> seats, UUID by) {
        Map<UUID, String> codes = new LinkedHashMap<>();
        seats.forEach(seat -> codes.put(seat, fresh()));
        database.save(CourseCodeStore.class, inside -> {
            codes.forEach((seat, code) -> {
                inside.withdrawSeat(course, seat);
                inside.add(code(code, course, Kind.SEAT, Role.STUDENT, seat, by));
            });
            return codes;
        });
        return codes;
    }

    /** A code that makes whoever uses it first a member of the staff. */
    String forStaff(String course, Role role, UUID by) {
        String code = fresh();
        database.save(CourseCodeStore.class).add(code(code, course, Kind.STAFF, role, null, by));
        return code;
    }

    /** A new code for the class; the one before works no more. */
    void renewOfClass(String course, UUID by) {
        Code code = code(fresh(), course, Kind.CLASS, Role.STUDENT, null, by);
        database.save(CourseCodeStore.class, inside -> {
            inside.withdrawOfClass(course);
            inside.add(code);
            return code;
        });
    }

    void withdrawOfClass(String course) {
        database.save(CourseCodeStore.class).withdrawOfClass(course);
    }

    Optional<String> ofClass(String course) {
        return store.ofClass(course, clock.instant());
    }

    private Code code(String code, String course, Kind kind, Role role, @Nullable UUID person, UUID by) {
        Instant now = clock.instant();
        Duration life = kind == Kind.STAFF ? LIFE_OF_STAFF_CODE : LIFE_OF_STUDENT_CODE;
        String shown = kind == Kind.CLASS ? code : null;
        return new Code(hash(code), course, kind, role, person, shown, now, by, now.plus(life));
    }

    private String fresh() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** Codes are compared without case, hyphens and spaces. */
    private static String hash(String code) {
        return Secret.hash(code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
    }

    /** What a code leads to; empty where there is no such code or it has been used. */
    Optional<Code> find(String typed) {
        return store.code(hash(typed), clock.instant());
    }

    /**
     * Brings the person into the course.
     *
     * @return the course
     * @throws Refusal 410 where the code works no more, 409 where the person has a place in the course already
     */
    String use(String typed, UUID person) {
        Instant now = clock.instant();
        return database.save(CourseCodeStore.class, inside -> {
            Code code = inside.code(hash(typed), now).orElseThrow(CourseCodes::usedUp);
            if (code.kind() != Kind.CLASS && inside.use(code.codeHash()) == 0) {
                throw usedUp();
            }
            Optional<CourseStore.Seat> seat = inside.courses().seat(code.course(), person);
            inside.courses().people().withdrawResets(person);
            switch (code.kind()) {
                case SEAT -> takeSeat(inside, code, seat, person, now);
                case STAFF -> makeStaff(inside, code, seat, person, now);
                case CLASS -> {
                    if (seat.isEmpty()) {
                        inside.courses().enrol(code.course(), person, Role.STUDENT, now);
                        inside.courses().holdBack(code.course(), person);
                    }
                }
            }
            return code.course();
        });
    }

    /** Who came in by the code of the class may still take their own seat; nobody takes two. */
    private static void takeSeat(
            CourseCodeStore inside, Code code, Optional<CourseStore.Seat> seat, UUID person, Instant now) {
        boolean provisional = seat.map(taken -> taken.role() == Role.STUDENT && taken.studentNumber() == null)
                .orElse(true);
        UUID kept = code.person();
        if (!provisional || kept == null) {
            throw Refusal.conflict(Message.of("course.has-seat"));
        }
        inside.courses().leave(code.course(), person);
        if (inside.handSeat(code.course(), kept, person) == 0) {
            throw usedUp();
        }
        inside.handAllowances(code.course(), kept, person);
        inside.handStandings(code.course(), kept, person);
        inside.dissolve(kept, now);
    }

    private static void makeStaff(
            CourseCodeStore inside, Code code, Optional<CourseStore.Seat> seat, UUID person, Instant now) {
        if (seat.isEmpty()) {
            inside.courses().enrol(code.course(), person, code.role(), now);
        } else if (!seat.get().role().atLeast(code.role())) {
            inside.courses().changeRole(code.course(), person, code.role());
        }
        inside.confirm(person, now);
    }

    private static Refusal usedUp() {
        return Refusal.of(410, Message.of("course.code-used"));
    }
}

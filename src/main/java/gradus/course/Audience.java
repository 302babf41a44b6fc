package gradus.course;

import io.javalin.security.RouteRole;

/** Who may ask for a route. */
public enum Audience implements RouteRole {
    /** Everybody, signed in or not; what they see may still differ. */
    ANYONE,
    /** Every person, guests included; anonymous visitors are asked to sign in. */
    PERSON,
    /** Only the person whose attempt the address names, and not even staff; anonymous visitors are asked to sign in. */
    OWNER,
    /** Who scores in the course that the address names. */
    GRADER,
    /** Who edits exams and keeps the roster of the course that the address names. */
    INSTRUCTOR,
    /** Who scores in some course; which, the page sees to. */
    STAFF,
    /** Who edits exams in some course, and may so make courses. */
    TEACHER,
    /** A program that shows a token, which the API looks at itself. */
    PROGRAM
}

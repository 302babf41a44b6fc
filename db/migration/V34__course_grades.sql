-- How the grades of a course come from its exams, as instructors set it, written as JSON; of a course the last row counts.
CREATE TABLE course_grading (
    course VARCHAR(64) NOT NULL,
    seq BIGINT NOT NULL,
    content TEXT NOT NULL,
    said TIMESTAMP WITH TIME ZONE NOT NULL,
    said_by UUID NOT NULL,
    PRIMARY KEY (course, seq),
    FOREIGN KEY (course) REFERENCES course (id)
);

-- What instructors said about the results of an exam being shown to those who sat it; the last word counts.
CREATE TABLE exam_release (
    course VARCHAR(64) NOT NULL,
    exam VARCHAR(100) NOT NULL,
    seq BIGINT NOT NULL,
    state VARCHAR(10) NOT NULL,
    said TIMESTAMP WITH TIME ZONE NOT NULL,
    said_by UUID NOT NULL,
    PRIMARY KEY (course, exam, seq),
    FOREIGN KEY (course, exam) REFERENCES exam (course, id)
);

-- The grades of a course as students were told them, once or again; a row that tells nothing takes them back. What came of scores
-- since then is not told before the next one.
CREATE TABLE grade_release (
    course VARCHAR(64) NOT NULL,
    seq BIGINT NOT NULL,
    tells BOOLEAN NOT NULL,
    said TIMESTAMP WITH TIME ZONE NOT NULL,
    said_by UUID NOT NULL,
    PRIMARY KEY (course, seq),
    FOREIGN KEY (course) REFERENCES course (id)
);

CREATE TABLE released_grade (
    course VARCHAR(64) NOT NULL,
    seq BIGINT NOT NULL,
    person UUID NOT NULL,
    total NUMERIC(38, 10) NOT NULL,
    letter VARCHAR(20) NOT NULL,
    PRIMARY KEY (course, seq, person),
    FOREIGN KEY (course, seq) REFERENCES grade_release (course, seq),
    FOREIGN KEY (person) REFERENCES person (id)
);
CREATE INDEX released_grade_by_person ON released_grade (person, course, seq);

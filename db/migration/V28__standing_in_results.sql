-- What staff said that an attempt, or a student whatever they sat, counts as in the results of an exam. Rows are only added; of
-- each attempt, and of each student, the last one counts. The column standing of an attempt is what follows of them.
CREATE TABLE exam_standing (
    course VARCHAR(64) NOT NULL,
    exam VARCHAR(100) NOT NULL,
    seq BIGINT NOT NULL,
    person UUID NOT NULL,
    attempt UUID,
    standing VARCHAR(10) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    said TIMESTAMP WITH TIME ZONE NOT NULL,
    said_by UUID NOT NULL,
    PRIMARY KEY (course, exam, seq),
    FOREIGN KEY (course, exam) REFERENCES exam (course, id),
    FOREIGN KEY (person) REFERENCES person (id)
);
CREATE INDEX exam_standing_by_person ON exam_standing (course, exam, person, seq);

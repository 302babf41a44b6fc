-- The answer that a grader has before them, so that a second one is told. One a grader; after ten idle minutes anybody takes it.
CREATE TABLE grading_claim (
    course VARCHAR(64) NOT NULL,
    attempt UUID NOT NULL,
    position BIGINT NOT NULL,
    part VARCHAR(100) NOT NULL,
    grader UUID NOT NULL,
    touched TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (course, attempt, position, part),
    FOREIGN KEY (course, attempt) REFERENCES attempt (course, id),
    FOREIGN KEY (grader) REFERENCES person (id)
);
CREATE INDEX grading_claim_by_grader ON grading_claim (course, grader);

-- Among whom the answers of an exam are split; nobody here means that everybody grades everything.
CREATE TABLE exam_grader (
    course VARCHAR(64) NOT NULL,
    exam VARCHAR(100) NOT NULL,
    person UUID NOT NULL,
    PRIMARY KEY (course, exam, person),
    FOREIGN KEY (course, exam) REFERENCES exam (course, id),
    FOREIGN KEY (person) REFERENCES person (id)
);

-- Rubrics as staff changed them while they graded; the last of a part is in force, without one that of the question's file.
CREATE TABLE rubric_revision (
    course VARCHAR(64) NOT NULL,
    exam VARCHAR(100) NOT NULL,
    question VARCHAR(100) NOT NULL,
    part VARCHAR(100) NOT NULL,
    seq BIGINT NOT NULL,
    content TEXT NOT NULL,
    saved TIMESTAMP WITH TIME ZONE NOT NULL,
    saved_by UUID NOT NULL,
    PRIMARY KEY (course, exam, question, part, seq),
    FOREIGN KEY (course, exam) REFERENCES exam (course, id),
    FOREIGN KEY (saved_by) REFERENCES person (id)
);

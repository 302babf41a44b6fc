-- What a second grader gave an answer without seeing the score that it has, and which run gave that. It changes no score; where the
-- two differ, an instructor settles it.
CREATE TABLE second_mark (
    course VARCHAR(64) NOT NULL,
    attempt UUID NOT NULL,
    position BIGINT NOT NULL,
    part VARCHAR(100) NOT NULL,
    grader UUID NOT NULL,
    run BIGINT NOT NULL,
    score VARCHAR(200) NOT NULL,
    points VARCHAR(200) NOT NULL,
    ticked TEXT NOT NULL,
    remark TEXT,
    marked TIMESTAMP WITH TIME ZONE NOT NULL,
    settled TIMESTAMP WITH TIME ZONE,
    settled_by UUID,
    PRIMARY KEY (course, attempt, position, part),
    FOREIGN KEY (course, attempt) REFERENCES attempt (course, id),
    FOREIGN KEY (grader) REFERENCES person (id)
);

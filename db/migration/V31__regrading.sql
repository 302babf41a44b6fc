-- Why a run of grading was made: what an instructor said who overrode a score, or the regrade that it belongs to.
CREATE TABLE grading_reason (
    course VARCHAR(64) NOT NULL,
    attempt UUID NOT NULL,
    number BIGINT NOT NULL,
    reason VARCHAR(500) NOT NULL,
    regrade UUID,
    PRIMARY KEY (course, attempt, number),
    FOREIGN KEY (course, attempt, number) REFERENCES grading (course, attempt, number)
);

-- A change of many scores at once, as an instructor asked for it: what it would do is worked out first and applied when they
-- have seen it.
CREATE TABLE regrade (
    course VARCHAR(64) NOT NULL,
    id UUID NOT NULL,
    exam VARCHAR(100) NOT NULL,
    question VARCHAR(100) NOT NULL,
    part VARCHAR(100),
    kind VARCHAR(10) NOT NULL,
    revision VARCHAR(64),
    answer VARCHAR(2000),
    reason VARCHAR(500) NOT NULL,
    state VARCHAR(10) NOT NULL,
    asked TIMESTAMP WITH TIME ZONE NOT NULL,
    asked_by UUID NOT NULL,
    PRIMARY KEY (course, id),
    FOREIGN KEY (course, exam) REFERENCES exam (course, id)
);
CREATE INDEX regrade_by_state ON regrade (state, asked);
CREATE INDEX regrade_of_exam ON regrade (course, exam, asked);

-- How far it has come with each attempt, so that it goes on where it stood when a server ends.
CREATE TABLE regrade_attempt (
    course VARCHAR(64) NOT NULL,
    regrade UUID NOT NULL,
    attempt UUID NOT NULL,
    state VARCHAR(10) NOT NULL,
    old_score NUMERIC(38, 10),
    new_score NUMERIC(38, 10),
    old_points NUMERIC(38, 10),
    new_points NUMERIC(38, 10),
    trouble VARCHAR(500),
    PRIMARY KEY (course, regrade, attempt),
    FOREIGN KEY (course, regrade) REFERENCES regrade (course, id),
    FOREIGN KEY (course, attempt) REFERENCES attempt (course, id)
);
CREATE INDEX regrade_attempt_by_state ON regrade_attempt (course, regrade, state, attempt);

-- The revision by which a question of an attempt is asked and graded since it was regraded; of each the last row counts.
CREATE TABLE replaced_question (
    course VARCHAR(64) NOT NULL,
    attempt UUID NOT NULL,
    position BIGINT NOT NULL,
    variant BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    revision VARCHAR(64) NOT NULL,
    regrade UUID NOT NULL,
    PRIMARY KEY (course, attempt, position, variant, seq),
    FOREIGN KEY (course, attempt, position, variant) REFERENCES attempt_question (course, attempt, position, variant),
    FOREIGN KEY (course, revision) REFERENCES revision (course, hash)
);

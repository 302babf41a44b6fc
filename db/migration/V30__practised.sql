-- What each check in practice found in the parts of a variant. It belongs to the attempt, and with it to its student, also after
-- a guest has signed in; rows are only ever added.
CREATE TABLE practised_part (
    course VARCHAR(64) NOT NULL,
    attempt UUID NOT NULL,
    number BIGINT NOT NULL,
    position BIGINT NOT NULL,
    variant BIGINT NOT NULL,
    part VARCHAR(100) NOT NULL,
    revision VARCHAR(64) NOT NULL,
    verdict VARCHAR(20) NOT NULL,
    score VARCHAR(200) NOT NULL,
    points VARCHAR(200) NOT NULL,
    score_value NUMERIC(38, 10) NOT NULL,
    points_value NUMERIC(38, 10) NOT NULL,
    mistake VARCHAR(100),
    findings TEXT,
    happened TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (course, attempt, number, position, part),
    FOREIGN KEY (course, attempt) REFERENCES attempt (course, id)
);

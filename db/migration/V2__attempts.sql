-- Revisions of files, exams, and what students did in them. Rows of responses, scores and events are only ever added.

CREATE TABLE revision (
    course VARCHAR(64) NOT NULL,
    hash VARCHAR(64) NOT NULL,
    content TEXT NOT NULL,
    stored TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (course, hash),
    FOREIGN KEY (course) REFERENCES course (id)
);

-- The revision that new attempts get; a file that no longer reads leaves it as it is.
CREATE TABLE question (
    course VARCHAR(64) NOT NULL,
    id VARCHAR(100) NOT NULL,
    revision VARCHAR(64) NOT NULL,
    file VARCHAR(300) NOT NULL,
    PRIMARY KEY (course, id),
    FOREIGN KEY (course, revision) REFERENCES revision (course, hash)
);

CREATE TABLE exam (
    course VARCHAR(64) NOT NULL,
    id VARCHAR(100) NOT NULL,
    revision VARCHAR(64) NOT NULL,
    file VARCHAR(300) NOT NULL,
    PRIMARY KEY (course, id),
    FOREIGN KEY (course, revision) REFERENCES revision (course, hash)
);

-- What instructors said about an exam being open; the last word counts.
CREATE TABLE exam_control (
    course VARCHAR(64) NOT NULL,
    exam VARCHAR(100) NOT NULL,
    seq BIGINT NOT NULL,
    state VARCHAR(10) NOT NULL,
    said TIMESTAMP WITH TIME ZONE NOT NULL,
    said_by UUID NOT NULL,
    PRIMARY KEY (course, exam, seq),
    FOREIGN KEY (course, exam) REFERENCES exam (course, id)
);

CREATE TABLE attempt (
    course VARCHAR(64) NOT NULL,
    id UUID NOT NULL,
    exam VARCHAR(100) NOT NULL,
    exam_revision VARCHAR(64) NOT NULL,
    person UUID NOT NULL,
    number BIGINT NOT NULL,
    started TIMESTAMP WITH TIME ZONE NOT NULL,
    submitted TIMESTAMP WITH TIME ZONE,
    ended_by VARCHAR(10),
    PRIMARY KEY (course, id),
    FOREIGN KEY (course, exam) REFERENCES exam (course, id),
    FOREIGN KEY (person) REFERENCES person (id),
    FOREIGN KEY (course, exam_revision) REFERENCES revision (course, hash)
);
CREATE UNIQUE INDEX attempt_by_id ON attempt (id);
CREATE UNIQUE INDEX attempt_by_person ON attempt (course, exam, person, number);
CREATE INDEX attempt_of_person ON attempt (person, started);
CREATE INDEX attempt_running ON attempt (submitted, started);

-- A question as one attempt asks it; practice adds variants. The seed never leaves the server.
CREATE TABLE attempt_question (
    course VARCHAR(64) NOT NULL,
    attempt UUID NOT NULL,
    position BIGINT NOT NULL,
    variant BIGINT NOT NULL,
    question VARCHAR(100) NOT NULL,
    revision VARCHAR(64) NOT NULL,
    label VARCHAR(40) NOT NULL,
    points VARCHAR(60) NOT NULL,
    seed BIGINT NOT NULL,
    params TEXT NOT NULL,
    drawn TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (course, attempt, position, variant),
    FOREIGN KEY (course, attempt) REFERENCES attempt (course, id),
    FOREIGN KEY (course, revision) REFERENCES revision (course, hash)
);

-- Every response as it was typed; of one part the highest number counts.
CREATE TABLE response (
    course VARCHAR(64) NOT NULL,
    attempt UUID NOT NULL,
    seq BIGINT NOT NULL,
    position BIGINT NOT NULL,
    variant BIGINT NOT NULL,
    part VARCHAR(100) NOT NULL,
    content TEXT NOT NULL,
    arrived TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (course, attempt, seq),
    FOREIGN KEY (course, attempt) REFERENCES attempt (course, id)
);

-- What a student did beside answering: flags, checks, hints, solutions.
CREATE TABLE attempt_event (
    course VARCHAR(64) NOT NULL,
    attempt UUID NOT NULL,
    seq BIGINT NOT NULL,
    position BIGINT NOT NULL,
    variant BIGINT NOT NULL,
    kind VARCHAR(20) NOT NULL,
    detail TEXT NOT NULL,
    happened TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (course, attempt, seq),
    FOREIGN KEY (course, attempt) REFERENCES attempt (course, id)
);

-- One run of grading over an attempt, by the grader or by a person, and the total after it. Points are exact fractions.
CREATE TABLE grading (
    course VARCHAR(64) NOT NULL,
    attempt UUID NOT NULL,
    number BIGINT NOT NULL,
    kind VARCHAR(20) NOT NULL,
    done TIMESTAMP WITH TIME ZONE NOT NULL,
    done_by UUID,
    score VARCHAR(200) NOT NULL,
    graded VARCHAR(200) NOT NULL,
    points VARCHAR(200) NOT NULL,
    PRIMARY KEY (course, attempt, number),
    FOREIGN KEY (course, attempt) REFERENCES attempt (course, id)
);

-- The scores of one run; of one part the highest number counts.
CREATE TABLE part_score (
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
    mistake VARCHAR(100),
    ticked TEXT,
    remark TEXT,
    PRIMARY KEY (course, attempt, number, position, part),
    FOREIGN KEY (course, attempt, number) REFERENCES grading (course, attempt, number)
);

-- What a student ticked of a rubric in practice; it stands beside the score and enters no total.
CREATE TABLE self_assessment (
    course VARCHAR(64) NOT NULL,
    attempt UUID NOT NULL,
    seq BIGINT NOT NULL,
    position BIGINT NOT NULL,
    variant BIGINT NOT NULL,
    part VARCHAR(100) NOT NULL,
    ticked TEXT NOT NULL,
    assessed TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (course, attempt, seq),
    FOREIGN KEY (course, attempt) REFERENCES attempt (course, id)
);

-- The folder on the server that holds a course's own questions and exams, if it has one, and since when it is put away.
ALTER TABLE course ADD COLUMN folder VARCHAR(1000);
ALTER TABLE course ADD COLUMN archived TIMESTAMP WITH TIME ZONE;

-- The revision that was last taken in from a file; the current one is newer where it was published in the browser.
ALTER TABLE question ADD COLUMN taken VARCHAR(64);
ALTER TABLE exam ADD COLUMN taken VARCHAR(64);

-- Every text of a question or an exam that was ever saved, in order; nobody saved what came from a file.
CREATE TABLE writing (
    course VARCHAR(64) NOT NULL,
    kind VARCHAR(12) NOT NULL,
    id VARCHAR(100) NOT NULL,
    seq BIGINT NOT NULL,
    revision VARCHAR(64) NOT NULL,
    saved TIMESTAMP WITH TIME ZONE NOT NULL,
    saved_by UUID,
    PRIMARY KEY (course, kind, id, seq),
    FOREIGN KEY (course, revision) REFERENCES revision (course, hash)
);

-- What somebody who answered a question says is wrong with it, with what stood there.
CREATE TABLE fault_report (
    course VARCHAR(64) NOT NULL,
    id UUID NOT NULL,
    attempt UUID NOT NULL,
    position BIGINT NOT NULL,
    variant BIGINT NOT NULL,
    part VARCHAR(100) NOT NULL,
    response TEXT NOT NULL,
    content VARCHAR(2000) NOT NULL,
    reported TIMESTAMP WITH TIME ZONE NOT NULL,
    settled TIMESTAMP WITH TIME ZONE,
    settled_by UUID,
    PRIMARY KEY (course, id),
    FOREIGN KEY (course, attempt, position, variant) REFERENCES attempt_question (course, attempt, position, variant)
);
CREATE INDEX fault_report_by_time ON fault_report (course, reported);

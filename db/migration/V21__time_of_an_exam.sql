-- The deadline in force of an attempt, until when it takes what was on its way, and what staff gave it when they reopened it.
-- Every change of it is a row with its cause, its author and a reason. No deadline: it has no end, or the exam stands still.
ALTER TABLE attempt ADD COLUMN due TIMESTAMP WITH TIME ZONE;
ALTER TABLE attempt ADD COLUMN takes_until TIMESTAMP WITH TIME ZONE;
ALTER TABLE attempt ADD COLUMN reopened TIMESTAMP WITH TIME ZONE;
ALTER TABLE attempt ADD COLUMN reopened_until TIMESTAMP WITH TIME ZONE;
-- A short hash of the answers that an ended attempt has stored, which its student has too.
ALTER TABLE attempt ADD COLUMN receipt VARCHAR(40);
CREATE INDEX attempt_by_receipt ON attempt (course, receipt);
CREATE INDEX attempt_by_due ON attempt (takes_until, id);

CREATE TABLE attempt_deadline (
    course VARCHAR(64) NOT NULL,
    attempt UUID NOT NULL,
    seq BIGINT NOT NULL,
    due TIMESTAMP WITH TIME ZONE,
    cause VARCHAR(12) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    said_by UUID,
    said TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (course, attempt, seq),
    FOREIGN KEY (course, attempt) REFERENCES attempt (course, id)
);

-- Attempts that could not be ended, because their grading failed, for staff to see.
CREATE TABLE attempt_trouble (
    course VARCHAR(64) NOT NULL,
    attempt UUID NOT NULL,
    trouble VARCHAR(500) NOT NULL,
    seen TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (course, attempt),
    FOREIGN KEY (course, attempt) REFERENCES attempt (course, id)
);

-- An exam stands still for all from a row that says so until the next that says it goes on.
CREATE TABLE exam_pause (
    course VARCHAR(64) NOT NULL,
    exam VARCHAR(100) NOT NULL,
    seq BIGINT NOT NULL,
    paused BOOLEAN NOT NULL,
    reason VARCHAR(500) NOT NULL,
    said TIMESTAMP WITH TIME ZONE NOT NULL,
    said_by UUID NOT NULL,
    PRIMARY KEY (course, exam, seq),
    FOREIGN KEY (course, exam) REFERENCES exam (course, id)
);

-- What staff told all who sit an exam.
CREATE TABLE exam_line (
    course VARCHAR(64) NOT NULL,
    exam VARCHAR(100) NOT NULL,
    seq BIGINT NOT NULL,
    content VARCHAR(1000) NOT NULL,
    said TIMESTAMP WITH TIME ZONE NOT NULL,
    said_by UUID NOT NULL,
    PRIMARY KEY (course, exam, seq),
    FOREIGN KEY (course, exam) REFERENCES exam (course, id)
);

-- Until when students may ask for another look at their scores in an exam; the last row counts, none or one without a time means no.
CREATE TABLE request_window (
    course VARCHAR(64) NOT NULL,
    exam VARCHAR(100) NOT NULL,
    seq BIGINT NOT NULL,
    closes TIMESTAMP WITH TIME ZONE,
    said TIMESTAMP WITH TIME ZONE NOT NULL,
    said_by UUID NOT NULL,
    PRIMARY KEY (course, exam, seq),
    FOREIGN KEY (course, exam) REFERENCES exam (course, id),
    FOREIGN KEY (said_by) REFERENCES person (id)
);

-- What students ask for, part by part, and what they were answered.
CREATE TABLE regrade_request (
    course VARCHAR(64) NOT NULL,
    id UUID NOT NULL,
    attempt UUID NOT NULL,
    position BIGINT NOT NULL,
    part VARCHAR(100) NOT NULL,
    reason TEXT NOT NULL,
    before_score VARCHAR(200) NOT NULL,
    asked TIMESTAMP WITH TIME ZONE NOT NULL,
    answer TEXT,
    after_score VARCHAR(200),
    answered TIMESTAMP WITH TIME ZONE,
    answered_by UUID,
    PRIMARY KEY (course, id),
    FOREIGN KEY (course, attempt) REFERENCES attempt (course, id)
);
CREATE INDEX regrade_request_by_attempt ON regrade_request (course, attempt, position, part);

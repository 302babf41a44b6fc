-- When the page of an attempt last asked how it stands, to within half a minute, for staff who look after a running exam.
CREATE TABLE attempt_seen (
    course VARCHAR(64) NOT NULL,
    attempt UUID NOT NULL,
    seen TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (course, attempt),
    FOREIGN KEY (course, attempt) REFERENCES attempt (course, id)
);

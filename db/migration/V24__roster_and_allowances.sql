-- What the roster of a course knows of its members. Staff write it; what people say of themselves does not get here.
ALTER TABLE membership ADD COLUMN student_number VARCHAR(40);
ALTER TABLE membership ADD COLUMN official_name VARCHAR(200);
ALTER TABLE membership ADD COLUMN section VARCHAR(100);
ALTER TABLE membership ADD COLUMN department VARCHAR(200);
ALTER TABLE membership ADD COLUMN study_year VARCHAR(40);
ALTER TABLE membership ADD COLUMN email VARCHAR(254);
CREATE UNIQUE INDEX membership_number ON membership (course, student_number);

-- A student number that its bearer typed proves nothing, so it is not carried over to any roster.
ALTER TABLE person DROP COLUMN student_number;

-- An account that may be given a role of staff: it came by an invitation of staff, or an admin has confirmed whose it is.
ALTER TABLE person ADD COLUMN confirmed TIMESTAMP WITH TIME ZONE;
UPDATE person SET confirmed = created
WHERE admin = TRUE OR id IN (SELECT person FROM membership WHERE role <> 'STUDENT');

-- Limits of their own that staff gave one person or one section; of each the last row counts, one without limits takes them back.
CREATE TABLE allowance (
    course VARCHAR(64) NOT NULL,
    exam VARCHAR(100) NOT NULL,
    seq BIGINT NOT NULL,
    person UUID,
    section VARCHAR(100),
    opens TIMESTAMP WITH TIME ZONE,
    closes TIMESTAMP WITH TIME ZONE,
    minutes BIGINT,
    factor NUMERIC(10, 4),
    attempts BIGINT,
    reason VARCHAR(500) NOT NULL,
    said TIMESTAMP WITH TIME ZONE NOT NULL,
    said_by UUID NOT NULL,
    PRIMARY KEY (course, exam, seq),
    FOREIGN KEY (course, exam) REFERENCES exam (course, id),
    FOREIGN KEY (person) REFERENCES person (id)
);

-- A try-out of staff enters no results, and neither does an attempt that staff declared void.
ALTER TABLE attempt ADD COLUMN standing VARCHAR(10) DEFAULT 'COUNTS' NOT NULL;

-- The seed that all attempts of an exam with common numbers share, random and drawn when the first of them begins.
CREATE TABLE exam_seed (
    course VARCHAR(64) NOT NULL,
    exam VARCHAR(100) NOT NULL,
    question VARCHAR(100) NOT NULL,
    seed BIGINT NOT NULL,
    PRIMARY KEY (course, exam, question),
    FOREIGN KEY (course, exam) REFERENCES exam (course, id)
);

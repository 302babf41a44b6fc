-- Codes with which people come into a course, by their SHA-256: one for a seat of the roster or a role of staff, valid once, or
-- one for a whole class, which is also kept as it is read out.
CREATE TABLE course_code (
    code_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    course VARCHAR(64) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    role VARCHAR(20) NOT NULL,
    person UUID,
    shown VARCHAR(40),
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by UUID NOT NULL,
    expires TIMESTAMP WITH TIME ZONE NOT NULL,
    FOREIGN KEY (course) REFERENCES course (id),
    FOREIGN KEY (person) REFERENCES person (id)
);
CREATE INDEX course_code_by_course ON course_code (course, kind);

-- A one-time link may also set a new password for who has forgotten theirs.
ALTER TABLE invitation ADD COLUMN resets BOOLEAN DEFAULT FALSE NOT NULL;

-- Logins of people who erased themselves, by their SHA-256: nobody else may take one and pass for them.
CREATE TABLE former_login (
    login_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    since TIMESTAMP WITH TIME ZONE NOT NULL
);

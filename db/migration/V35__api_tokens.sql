-- What programs show at the API instead of signing in, by its SHA-256. A token acts for a person and can do nothing that this
-- person could not; no course: in all courses where they are staff.
CREATE TABLE api_token (
    token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    person UUID NOT NULL,
    course VARCHAR(64),
    permissions VARCHAR(300) NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    expires TIMESTAMP WITH TIME ZONE NOT NULL,
    FOREIGN KEY (person) REFERENCES person (id),
    FOREIGN KEY (course) REFERENCES course (id)
);

-- The pictures beside the questions of a course, every version that was ever taken in, in order; of each name the last one is
-- current. The bytes stand as Base64, since the databases do not agree on how many a column of bytes may hold.
CREATE TABLE picture (
    course VARCHAR(64) NOT NULL,
    name VARCHAR(200) NOT NULL,
    seq BIGINT NOT NULL,
    hash VARCHAR(64) NOT NULL,
    content TEXT NOT NULL,
    stored TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (course, name, seq),
    FOREIGN KEY (course) REFERENCES course (id)
);

-- Where a response came from: its browser page and that page's running number, the response that it was typed over, whether it
-- came after the end but within the grace, which server took it, and from which address. Rows from before know none of it.
ALTER TABLE response ADD COLUMN client VARCHAR(64);
ALTER TABLE response ADD COLUMN n BIGINT;
ALTER TABLE response ADD COLUMN made_from BIGINT;
ALTER TABLE response ADD COLUMN late BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE response ADD COLUMN node VARCHAR(100);
ALTER TABLE response ADD COLUMN address VARCHAR(100);
CREATE UNIQUE INDEX response_by_client ON response (course, attempt, client, n);

-- Responses that were kept but never counted: another window had a newer one, or they said again what stood there. Their
-- numbers are of the same row as those of the table response.
CREATE TABLE response_aside (
    course VARCHAR(64) NOT NULL,
    attempt UUID NOT NULL,
    seq BIGINT NOT NULL,
    position BIGINT NOT NULL,
    variant BIGINT NOT NULL,
    part VARCHAR(100) NOT NULL,
    content TEXT NOT NULL,
    arrived TIMESTAMP WITH TIME ZONE NOT NULL,
    client VARCHAR(64),
    n BIGINT,
    made_from BIGINT,
    late BOOLEAN NOT NULL,
    node VARCHAR(100),
    address VARCHAR(100),
    standing VARCHAR(12) NOT NULL,
    PRIMARY KEY (course, attempt, seq),
    FOREIGN KEY (course, attempt) REFERENCES attempt (course, id)
);
CREATE UNIQUE INDEX response_aside_by_client ON response_aside (course, attempt, client, n);

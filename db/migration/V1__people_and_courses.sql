-- The only table that holds names, logins, student numbers and e-mail addresses; everything else knows the id.
CREATE TABLE person (
    id UUID NOT NULL PRIMARY KEY,
    name VARCHAR(200) NOT NULL,
    login VARCHAR(100),
    student_number VARCHAR(40),
    email VARCHAR(254),
    password VARCHAR(300),
    admin BOOLEAN NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    erased TIMESTAMP WITH TIME ZONE,
    CONSTRAINT person_login UNIQUE (login)
);

-- A signed-in browser, by the SHA-256 of the token in its cookie.
CREATE TABLE web_session (
    token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    person UUID NOT NULL,
    former_guest UUID,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    expires TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT web_session_person FOREIGN KEY (person) REFERENCES person (id)
);
CREATE INDEX web_session_by_person ON web_session (person);

-- Failed sign-ins of late, by the SHA-256 of the login and of the address they came from.
CREATE TABLE sign_in_failure (
    id UUID NOT NULL PRIMARY KEY,
    login_hash VARCHAR(64) NOT NULL,
    address_hash VARCHAR(64) NOT NULL,
    failed TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX sign_in_failure_by_login ON sign_in_failure (login_hash, failed);
CREATE INDEX sign_in_failure_by_address ON sign_in_failure (address_hash, failed);
CREATE INDEX sign_in_failure_by_time ON sign_in_failure (failed);

-- A link that works once: it sets the password of a person, or makes the first admin where person is null.
CREATE TABLE invitation (
    token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    person UUID,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    expires TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT invitation_person FOREIGN KEY (person) REFERENCES person (id)
);

CREATE TABLE course (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    title_ko VARCHAR(200) NOT NULL,
    title_en VARCHAR(200) NOT NULL
);

CREATE TABLE membership (
    course VARCHAR(64) NOT NULL,
    person UUID NOT NULL,
    role VARCHAR(20) NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (course, person),
    CONSTRAINT membership_course FOREIGN KEY (course) REFERENCES course (id),
    CONSTRAINT membership_person FOREIGN KEY (person) REFERENCES person (id)
);
CREATE INDEX membership_by_person ON membership (person);

INSERT INTO course (id, title_ko, title_en) VALUES ('deep-learning', '딥러닝', 'Deep Learning');

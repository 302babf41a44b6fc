-- A course's title in each language that it has one in; every course has at least one.
CREATE TABLE course_title (
    course VARCHAR(64) NOT NULL,
    language VARCHAR(10) NOT NULL,
    title VARCHAR(200) NOT NULL,
    PRIMARY KEY (course, language),
    FOREIGN KEY (course) REFERENCES course (id)
);

INSERT INTO course_title (course, language, title) SELECT id, 'ko', title_ko FROM course;
INSERT INTO course_title (course, language, title) SELECT id, 'en', title_en FROM course;

ALTER TABLE course DROP COLUMN title_ko;
ALTER TABLE course DROP COLUMN title_en;

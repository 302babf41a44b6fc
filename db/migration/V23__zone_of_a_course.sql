-- The zone in which a course's times are shown.
ALTER TABLE course ADD COLUMN zone VARCHAR(60) DEFAULT 'Asia/Seoul' NOT NULL;

-- Whether points of an ended attempt wait for a person, by its last grading: pages that say how much of an exam or a course waits
-- must not look into every attempt for it.
ALTER TABLE attempt ADD COLUMN waits BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE attempt SET waits = TRUE WHERE EXISTS (
    SELECT 1 FROM grading g
    WHERE g.course = attempt.course AND g.attempt = attempt.id AND g.graded_value < g.points_value
        AND g.number = (SELECT MAX(l.number) FROM grading l WHERE l.course = attempt.course AND l.attempt = attempt.id));
CREATE INDEX attempt_waiting ON attempt (course, waits, exam);

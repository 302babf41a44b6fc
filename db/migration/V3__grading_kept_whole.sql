-- What grading found is kept whole beside its score, so that no page has to grade again. Rows from before have none.
ALTER TABLE part_score ADD COLUMN findings TEXT;

-- Points are exact fractions; beside each stands the number, which SQL can sort and sum.
ALTER TABLE part_score ADD COLUMN score_value NUMERIC(38, 10) DEFAULT 0 NOT NULL;
ALTER TABLE part_score ADD COLUMN points_value NUMERIC(38, 10) DEFAULT 0 NOT NULL;
ALTER TABLE grading ADD COLUMN score_value NUMERIC(38, 10) DEFAULT 0 NOT NULL;
ALTER TABLE grading ADD COLUMN graded_value NUMERIC(38, 10) DEFAULT 0 NOT NULL;
ALTER TABLE grading ADD COLUMN points_value NUMERIC(38, 10) DEFAULT 0 NOT NULL;

UPDATE part_score SET
    score_value = CASE WHEN POSITION('/' IN score) = 0 THEN CAST(TRIM(score) AS NUMERIC(220, 10))
        ELSE CAST(TRIM(SUBSTRING(score FROM 1 FOR POSITION('/' IN score) - 1)) AS NUMERIC(220, 10))
            / CAST(TRIM(SUBSTRING(score FROM POSITION('/' IN score) + 1)) AS NUMERIC(220, 10)) END,
    points_value = CASE WHEN POSITION('/' IN points) = 0 THEN CAST(TRIM(points) AS NUMERIC(220, 10))
        ELSE CAST(TRIM(SUBSTRING(points FROM 1 FOR POSITION('/' IN points) - 1)) AS NUMERIC(220, 10))
            / CAST(TRIM(SUBSTRING(points FROM POSITION('/' IN points) + 1)) AS NUMERIC(220, 10)) END;
UPDATE grading SET
    score_value = CASE WHEN POSITION('/' IN score) = 0 THEN CAST(TRIM(score) AS NUMERIC(220, 10))
        ELSE CAST(TRIM(SUBSTRING(score FROM 1 FOR POSITION('/' IN score) - 1)) AS NUMERIC(220, 10))
            / CAST(TRIM(SUBSTRING(score FROM POSITION('/' IN score) + 1)) AS NUMERIC(220, 10)) END,
    graded_value = CASE WHEN POSITION('/' IN graded) = 0 THEN CAST(TRIM(graded) AS NUMERIC(220, 10))
        ELSE CAST(TRIM(SUBSTRING(graded FROM 1 FOR POSITION('/' IN graded) - 1)) AS NUMERIC(220, 10))
            / CAST(TRIM(SUBSTRING(graded FROM POSITION('/' IN graded) + 1)) AS NUMERIC(220, 10)) END,
    points_value = CASE WHEN POSITION('/' IN points) = 0 THEN CAST(TRIM(points) AS NUMERIC(220, 10))
        ELSE CAST(TRIM(SUBSTRING(points FROM 1 FOR POSITION('/' IN points) - 1)) AS NUMERIC(220, 10))
            / CAST(TRIM(SUBSTRING(points FROM POSITION('/' IN points) + 1)) AS NUMERIC(220, 10)) END;

-- A person scored the variant on the page, the one that the grader had counted; the row may name the one drawn last.
UPDATE part_score SET variant =
    (SELECT first_run.variant FROM part_score first_run
        WHERE first_run.course = part_score.course AND first_run.attempt = part_score.attempt AND first_run.number = 1
            AND first_run.position = part_score.position AND first_run.part = part_score.part)
WHERE ticked IS NOT NULL AND EXISTS
    (SELECT 1 FROM part_score first_run
        WHERE first_run.course = part_score.course AND first_run.attempt = part_score.attempt AND first_run.number = 1
            AND first_run.position = part_score.position AND first_run.part = part_score.part);

-- Of each part of an attempt the score that counts: the last one given. Its variant is the one that counts.
CREATE VIEW counting_score AS
SELECT s.course, s.attempt, s.number, s.position, s.variant, s.part, s.revision, s.verdict, s.score, s.points,
    s.score_value, s.points_value, s.mistake, s.ticked, s.remark, s.findings
FROM part_score s
WHERE NOT EXISTS
    (SELECT 1 FROM part_score later
        WHERE later.course = s.course AND later.attempt = s.attempt AND later.number > s.number
            AND later.position = s.position AND later.part = s.part);

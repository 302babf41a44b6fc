-- Lists of results count and order the attempts of an exam that are no try-outs, and ask which of them have ended: all of that
-- stands in this index, so that no row of 100,000 is read for it.
CREATE INDEX attempt_listed ON attempt (course, exam, started, id, standing, submitted);
DROP INDEX attempt_in_order;

-- Results are read one attempt after the other, in the order in which they began.
CREATE INDEX attempt_in_order ON attempt (course, exam, started, id);

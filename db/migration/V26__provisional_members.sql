-- Who came in by the code of the class and whom staff have not found on the roster yet.
ALTER TABLE membership ADD COLUMN provisional BOOLEAN DEFAULT FALSE NOT NULL;

-- Until when a course keeps who its students are, and when it forgot that.
ALTER TABLE course ADD COLUMN kept_until TIMESTAMP WITH TIME ZONE;
ALTER TABLE course ADD COLUMN anonymised TIMESTAMP WITH TIME ZONE;

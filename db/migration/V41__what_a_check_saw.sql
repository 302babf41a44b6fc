-- The number of the last response that a check saw: a response may arrive before a check and be stored after it. Checks of
-- before have none; of them the times are compared.
ALTER TABLE attempt_event ADD COLUMN seen BIGINT;

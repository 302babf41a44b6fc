package gradus.result;

/** A question of an exam and what the exam numbers it. */
record AskedLabel(String label, String question) {}

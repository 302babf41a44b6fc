package gradus.question;

/** One of the things that a choice offers; its id is what a response names. */
public record Option(String id, Text say) {}

package gradus.question;

/** One option of a choice; responses refer to it by id. */
public record Option(String id, Text say) {}

package gradus.bank;

/**
 * The revision of a file that new attempts use.
 *
 * @param file its path within its course's folder
 */
public record CurrentRevision(String id, String revision, String file) {}

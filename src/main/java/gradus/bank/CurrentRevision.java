package gradus.bank;

/**
 * The revision of a file that counts for whoever starts now.
 *
 * @param file where it was read, relative to its course's folder
 */
public record CurrentRevision(String id, String revision, String file) {}

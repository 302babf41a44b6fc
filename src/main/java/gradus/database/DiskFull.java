package gradus.database;

/** Nothing can be saved until there is space on the disk again; reading goes on, and so does saving by itself afterwards. */
public final class DiskFull extends IllegalStateException {
    private static final long serialVersionUID = 1;

    DiskFull() {
        super("the disk of the database is nearly full");
    }
}

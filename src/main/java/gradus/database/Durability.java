package gradus.database;

/** How a database makes sure that a commit has reached the disk. */
interface Durability extends AutoCloseable {
    void await();

    @Override
    default void close() {}
}

package gradus.database;

/** The means by which commits are known to have reached the disk. */
interface Durability extends AutoCloseable {
    void await();

    @Override
    default void close() {}
}

/** The database: one schema on H2 and PostgreSQL, a pool, stores, and the promise that what was called saved is on disk. */
@NullMarked
package gradus.database;

import org.jspecify.annotations.NullMarked;

/**
 * The database: one schema on H2 and PostgreSQL, a connection pool, stores, and the guarantee that saved data is on
 * disk.
 */
@NullMarked
package gradus.database;

import org.jspecify.annotations.NullMarked;

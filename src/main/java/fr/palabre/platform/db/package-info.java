/** The database: where it is, who connects, and whose rows a transaction may see. */
@NullMarked
package fr.palabre.platform.db;

import org.jspecify.annotations.NullMarked;

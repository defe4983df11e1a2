/** One file that holds everything: rows, media, key. */
@NullMarked
package fr.palabre.platform.backup;

import org.jspecify.annotations.NullMarked;

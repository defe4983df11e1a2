/**
 * One file that holds everything: rows, media, key. Written while Palabre runs, read back into an
 * empty place or not at all.
 */
@NullMarked
package fr.palabre.platform.backup;

import org.jspecify.annotations.NullMarked;

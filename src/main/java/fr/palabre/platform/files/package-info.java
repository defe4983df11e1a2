/** Files kept beside the database. */
@NullMarked
package fr.palabre.platform.files;

import org.jspecify.annotations.NullMarked;

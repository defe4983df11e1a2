/** Contents of lasting worth that fill chosen hours where nothing is planned. */
@NullMarked
package fr.palabre.publishing.evergreen;

import org.jspecify.annotations.NullMarked;

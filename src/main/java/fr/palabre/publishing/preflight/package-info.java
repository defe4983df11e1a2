/** Looks posts over before they go out, while there is time to act. */
@NullMarked
package fr.palabre.publishing.preflight;

import org.jspecify.annotations.NullMarked;

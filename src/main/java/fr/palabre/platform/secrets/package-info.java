/** Secrets at rest. */
@NullMarked
package fr.palabre.platform.secrets;

import org.jspecify.annotations.NullMarked;

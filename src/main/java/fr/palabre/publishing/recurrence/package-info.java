/** Contents that come back by the clock on the wall: the rule, and its occurrences. */
@NullMarked
package fr.palabre.publishing.recurrence;

import org.jspecify.annotations.NullMarked;

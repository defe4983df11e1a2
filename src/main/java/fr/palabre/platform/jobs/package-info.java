/** Everything with a date, and how it is run. */
@NullMarked
package fr.palabre.platform.jobs;

import org.jspecify.annotations.NullMarked;

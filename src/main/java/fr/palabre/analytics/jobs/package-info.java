/** What runs by itself. */
@NullMarked
package fr.palabre.analytics.jobs;

import org.jspecify.annotations.NullMarked;

/** The book of the days: it fills itself, people add what they remarked. */
@NullMarked
package fr.palabre.analytics.journal;

import org.jspecify.annotations.NullMarked;

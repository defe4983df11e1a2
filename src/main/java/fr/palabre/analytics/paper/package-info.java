/** Reports as PDF and CSV. */
@NullMarked
package fr.palabre.analytics.paper;

import org.jspecify.annotations.NullMarked;

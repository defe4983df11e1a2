/** A period told: its figures beside those of the period before, and the words of a person. */
@NullMarked
package fr.palabre.analytics.bilan;

import org.jspecify.annotations.NullMarked;

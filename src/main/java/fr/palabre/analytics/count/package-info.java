/** Figures and what may honestly be made of them. Pure functions, no table. */
@NullMarked
package fr.palabre.analytics.count;

import org.jspecify.annotations.NullMarked;

/** Charts as SVG, one definition for page and paper. */
@NullMarked
package fr.palabre.analytics.chart;

import org.jspecify.annotations.NullMarked;

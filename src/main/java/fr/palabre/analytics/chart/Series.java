package fr.palabre.analytics.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A curve over days.
 *
 * @param values one a day; null where none is known, so that the curve breaks
 */
public record Series(String css, String name, List<@Nullable Double> values) {}

package fr.palabre.analytics.web;

import org.jspecify.annotations.Nullable;

/**
 * A post among the best or the weakest.
 *
 * @param against "2,4 fois la médiane de ses images (18, sur 12 publications)"
 */
public record RankedRow(String excerpt, String href, @Nullable String permalink, String icon,
    String handle, String published, String format, String interactions, String against) {}

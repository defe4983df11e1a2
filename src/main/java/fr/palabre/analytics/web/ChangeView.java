package fr.palabre.analytics.web;

/**
 * How a figure moved.
 *
 * @param way {@code rise}, {@code fall} or {@code right}
 * @param versus against what, or over which time
 */
public record ChangeView(String text, String tone, String way, String versus) {}

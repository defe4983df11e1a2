package fr.palabre.analytics.web;

/**
 * A figure as it is read.
 *
 * @param note why it is missing, or what it is made of; may be empty
 */
public record FigureView(String text, String note, boolean missing) {}

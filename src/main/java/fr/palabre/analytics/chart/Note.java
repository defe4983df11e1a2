package fr.palabre.analytics.chart;

/** Something that happened on a day, marked on the drawing by its number. */
public record Note(int day, String text) {}

package fr.palabre.analytics.web;

/**
 * What the browser is told after it saved by itself.
 *
 * @param version what it now has before its eyes
 */
record Saved(int version, String label) {}

package fr.palabre.publishing.evergreen.web;

import org.jspecify.annotations.Nullable;

/**
 * A content of a queue, on its own page.
 *
 * @param mayKeep whether copies may go out on its own validation, by what this person decides
 */
public record EntryView(
    String queue, String queueName, String content, EvergreenView.Row row, @Nullable Integer most,
    String until, boolean keeps, boolean mayKeep) {}

package fr.palabre.publishing.web;

import fr.palabre.publishing.web.BoardView.AccountMark;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A content whose hour wants a word.
 *
 * @param planned what was planned, where
 * @param byHour when it goes out if it keeps its hour; null where that is gone by
 * @param byInstant when it goes out if it keeps its instant; null where no clock can say so
 */
public record ClockLine(
    UUID id, String title, AccountMark account, int accounts, String planned,
    @Nullable String byHour, @Nullable String byInstant) {}

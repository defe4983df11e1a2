package fr.palabre.analytics.series;

import fr.palabre.analytics.count.Figure;
import fr.palabre.network.AccountId;
import fr.palabre.network.Metric;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one metric of one account did on one day.
 *
 * @param grouped the part of it that several days share, since no reading came between
 * @param corrections the part that was taken back, negative
 * @param lastAt when the last reading of that day was made
 */
public record DayRow(AccountId account, LocalDate day, Metric metric, Figure figure, long grouped,
    long corrections, @Nullable Instant lastAt) {}

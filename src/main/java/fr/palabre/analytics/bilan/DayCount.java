package fr.palabre.analytics.bilan;

import fr.palabre.analytics.count.Figure;
import java.time.LocalDate;

/**
 * One day of a series.
 *
 * @param grouped the part of it that several days share
 * @param open whether it may still move
 */
public record DayCount(LocalDate day, Figure figure, long grouped, boolean open) {}

package fr.palabre.analytics.web;

/**
 * A rate as it is read, never without its formula.
 *
 * @param operands the two numbers; empty where there is no rate
 * @param interval where it would fall with other posts; may be empty
 * @param note how many posts it is made of, or why there is none
 */
public record RateView(String text, String formula, String operands, String interval, String note,
    boolean missing) {}

package fr.palabre.delivery.engine;

import java.time.Instant;

/**
 * A call whose attempt is committed: it may be made now, once.
 *
 * @param number its place in the delivery's story
 * @param attempt how many calls were begun, this one included
 * @param paidAhead how many further calls of the same costs were paid for with it
 */
record Begun(int number, int attempt, Instant at, int paidAhead) {}

package fr.palabre.delivery;

/**
 * How a brand's acts fare, at a glance.
 *
 * @param forSomebody how many wait for a person
 * @param overdue how many should have begun a while ago and are not being told to wait
 * @param inDoubt how many are being looked for
 * @param frozen whether anything is stopped
 */
public record DeliveryPulse(int forSomebody, int overdue, int inDoubt, boolean frozen) {}

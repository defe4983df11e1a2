/**
 * The proof that a delivery is sent once, or asks: random histories, each made again from its seed,
 * lived by the real engine on the real database before a network that keeps count.
 */
@NullMarked
package fr.palabre.delivery.simulation;

import org.jspecify.annotations.NullMarked;

/**
 * Does what was handed in: wakes at the next due instant, takes accounts' lanes in batches, journals
 * each call before and after it, settles what nobody knows.
 */
@NullMarked
package fr.palabre.delivery.engine;

import org.jspecify.annotations.NullMarked;

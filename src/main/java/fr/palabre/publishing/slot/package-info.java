/** Weekly slots in named queues: the next free one, the order, the pause. */
@NullMarked
package fr.palabre.publishing.slot;

import org.jspecify.annotations.NullMarked;

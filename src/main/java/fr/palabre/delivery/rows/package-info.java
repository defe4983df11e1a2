/** How deliveries stand in their tables. */
@NullMarked
package fr.palabre.delivery.rows;

import org.jspecify.annotations.NullMarked;

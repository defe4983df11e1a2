/** One folder a network; the only place where its name appears. */
@NullMarked
package fr.palabre.network.connector;

import org.jspecify.annotations.NullMarked;

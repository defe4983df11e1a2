/** How connectors read what a server answers over HTTP: alike for all, whatever each one says. */
@NullMarked
package fr.palabre.network.wire;

import org.jspecify.annotations.NullMarked;

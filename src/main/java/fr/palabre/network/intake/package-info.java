/** Reading what happens on connected accounts: stored first, then understood. */
@NullMarked
package fr.palabre.network.intake;

import org.jspecify.annotations.NullMarked;

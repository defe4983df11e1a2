/** Who works in a brand, in which role, and how others join them. */
@NullMarked
package fr.palabre.identity.team;

import org.jspecify.annotations.NullMarked;

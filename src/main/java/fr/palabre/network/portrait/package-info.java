/** Pictures of accounts and people, fetched by the house so that no page calls another host. */
@NullMarked
package fr.palabre.network.portrait;

import org.jspecify.annotations.NullMarked;

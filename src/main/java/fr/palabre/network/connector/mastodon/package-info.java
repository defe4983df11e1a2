/** Mastodon, on any server that speaks its API. */
@NullMarked
package fr.palabre.network.connector.mastodon;

import org.jspecify.annotations.NullMarked;

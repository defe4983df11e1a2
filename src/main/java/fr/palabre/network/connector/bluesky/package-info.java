/** Bluesky, on any personal data server (PDS) of its protocol, AT. */
@NullMarked
package fr.palabre.network.connector.bluesky;

import org.jspecify.annotations.NullMarked;

/** The API's view of a brand and its team. */
@NullMarked
package fr.palabre.identity.api;

import org.jspecify.annotations.NullMarked;

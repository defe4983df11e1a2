/** The card shown for a link: read from its page, through the one door to other hosts. */
@NullMarked
package fr.palabre.editorial.card;

import org.jspecify.annotations.NullMarked;

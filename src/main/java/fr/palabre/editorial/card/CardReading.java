package fr.palabre.editorial.card;

import fr.palabre.network.PostDraft.LinkCard;

/** What came of reading the page behind a link. */
public sealed interface CardReading {
  record Read(LinkCard card) implements CardReading {}

  record Failed(Reason reason) implements CardReading {}

  enum Reason {
    /** The address is of this machine's own network, or not encrypted. */
    NOT_PUBLIC,
    NO_ANSWER,
    /** The site answered with an error. */
    REFUSED,
    /** There is no page to show: an image, a file, a page without a title. */
    NO_PAGE
  }
}

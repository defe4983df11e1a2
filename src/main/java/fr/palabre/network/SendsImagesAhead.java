package fr.palabre.network;

import fr.palabre.network.PostDraft.Image;

/** Takes images some minutes before the message that shows them. */
public interface SendsImagesAhead extends PublishesPosts {
  /**
   * Sends one image, which nobody sees yet. A message that shows it within five minutes need not
   * send it again; one never shown is swept away by the network.
   *
   * @return what {@link Image#sent} then holds
   */
  Reading<String> sendAhead(AccountSession session, Image image);
}

package fr.palabre.network;

import java.util.List;

/**
 * How a message is drawn on a network, so that previews look like it.
 *
 * @param squareAvatar whether portraits are square with soft corners
 * @param handleBelow whether the handle stands under the name rather than beside it
 * @param board whether a message is a sheet pinned on a board
 * @param acts sprite icons of what readers may do under it, in their order
 */
public record Look(boolean squareAvatar, boolean handleBelow, boolean board, List<String> acts) {
  public static final Look PLAIN =
      new Look(false, false, false, List.of("reply", "repost", "heart"));
}

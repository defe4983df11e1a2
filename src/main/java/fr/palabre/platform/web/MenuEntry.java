package fr.palabre.platform.web;

/**
 * A module's place in the menu. Each module contributes its own as a bean; the shell sorts and
 * hides what the viewer may not open.
 */
public interface MenuEntry {
  /**
   * The headings of the menu, in their order on screen. {@code CREATE} is no heading: its entries
   * are what one may begin from anywhere; the first is the frame's main button.
   */
  enum Group { DAY, PREPARE, DIALOGUE, WATCH, MEASURE, HOUSE, CREATE }

  Group group();

  /** Place within the group, small first. */
  int order();

  /** Message key of the label. */
  String label();

  /** Address below the tenant's, without a slash in front: {@code messagerie}. */
  String path();

  /** Symbol's id in the sprite. */
  String icon();

  /** Name of the permission one needs to see it. */
  String permission();

  /** How much waits there for this viewer; 0 shows nothing. Must cost one cheap query at most. */
  default int waiting(Viewer viewer) {
    return 0;
  }

  /** An entry that counts nothing. */
  record Plain(Group group, int order, String label, String path, String icon, String permission)
      implements MenuEntry {}
}

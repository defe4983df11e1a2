package fr.palabre.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * A word said once after an act, in the viewer's language.
 *
 * @param text what was done, or what was not and why
 * @param tone {@code good}, or {@code late} where something failed
 * @param undo address that takes the act back by POST; null if it cannot be
 */
public record Toast(String text, String tone, @Nullable String undo) {
  public Toast {
    if (undo != null && (!undo.startsWith("/") || undo.startsWith("//")))
      throw new IllegalArgumentException("An act is undone in the house: " + undo);
  }

  public static Toast done(String text) {
    return new Toast(text, "good", null);
  }

  public static Toast failed(String text) {
    return new Toast(text, "late", null);
  }

  public Toast undoneBy(String address) {
    return new Toast(text, tone, address);
  }
}

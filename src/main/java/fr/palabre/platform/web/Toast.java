package fr.palabre.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * A word said once after an act, in the viewer's language.
 *
 * @param text what was done, or what was not and why
 * @param tone {@code good}, {@code wait} where one should know more, {@code late} where it failed
 * @param undo address that takes the act back by POST; null if it cannot be
 * @param offer something better to do; null if there is none
 */
public record Toast(String text, String tone, @Nullable String undo, @Nullable Offer offer) {
  public Toast {
    if (undo != null) inTheHouse(undo);
  }

  /** @param address that does it by POST */
  public record Offer(String words, String address) {
    public Offer {
      inTheHouse(address);
    }
  }

  public static Toast done(String text) {
    return new Toast(text, "good", null, null);
  }

  public static Toast failed(String text) {
    return new Toast(text, "late", null, null);
  }

  public Toast undoneBy(String address) {
    return new Toast(text, tone, address, offer);
  }

  /** Done, but there is something to know. */
  public Toast but(String more) {
    return new Toast(text + " " + more, "wait", undo, offer);
  }

  public Toast offering(String words, String address) {
    return new Toast(text, tone, undo, new Offer(words, address));
  }

  private static void inTheHouse(String address) {
    if (!address.startsWith("/") || address.startsWith("//"))
      throw new IllegalArgumentException("A toast acts in the house: " + address);
  }
}

package fr.palabre.delivery;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a delivery is for, in the words of the module that submitted it.
 *
 * @param kind {@code post}, {@code reply}, {@code like}, {@code removal}…
 */
public record DeliverySubject(String kind, UUID id) {
  private static final Pattern KIND = Pattern.compile("[a-z-]{2,32}");

  public DeliverySubject {
    if (!KIND.matcher(kind).matches())
      throw new IllegalArgumentException("Subject's kind must be short kebab-case: " + kind);
  }
}

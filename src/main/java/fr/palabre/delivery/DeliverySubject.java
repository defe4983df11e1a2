package fr.palabre.delivery;

import java.util.UUID;

/**
 * What a delivery is for, in the words of the module that submitted it.
 *
 * @param kind {@code post}, {@code reply}, {@code like}, {@code removal}…
 */
public record DeliverySubject(String kind, UUID id) {
  public DeliverySubject {
    if (!kind.matches("[a-z-]{2,32}"))
      throw new IllegalArgumentException("Subject's kind must be short kebab-case: " + kind);
  }
}

package fr.palabre.delivery.simulation;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.DeliveryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One act that a person handed in, and all that is known of it outside the engine. */
final class Item {
  /** What a person last said of its hour, from that place of the history on. */
  record Hour(long from, Instant notBefore, @Nullable Instant notAfter) {}

  final int number;
  final int account;
  final Act act;
  final @Nullable Item after;
  final boolean image;
  final List<Hour> hours = new ArrayList<>();
  /** Calls that the network took to heart, in the order of the history. */
  final List<Long> accepted = new ArrayList<>();
  @Nullable DeliveryId id;
  long takenBackAt = Long.MAX_VALUE;
  @Nullable Post post;
  /** Nothing more becomes of it, as far as people know. */
  boolean closed;

  Item(int number, int account, Act act, @Nullable Item after, boolean image) {
    this.number = number;
    this.account = account;
    this.act = act;
    this.after = after;
    this.image = image;
  }

  DeliveryId id() {
    if (id == null) throw new IllegalStateException("Not handed in: " + number);
    return id;
  }

  boolean isMessage() {
    return act instanceof Act.Publish;
  }

  boolean isDeletion() {
    return act instanceof Act.Delete;
  }

  @Nullable Hour hourAt(long place) {
    Hour last = null;
    for (var hour : hours) if (hour.from <= place) last = hour;
    return last;
  }

  @Override
  public String toString() {
    return act.getClass().getSimpleName() + " " + number + " of account " + account
        + (after == null ? "" : " after " + after.number);
  }
}

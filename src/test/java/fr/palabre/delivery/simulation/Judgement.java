package fr.palabre.delivery.simulation;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.delivery.Standing;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.delivery.simulation.Ledger.Wrong;
import java.util.Objects;
import java.util.function.Supplier;

/** What the house says at the end of a history, held against what the network saw. */
final class Judgement {
  private final History history;
  private final World world;

  Judgement(History history) {
    this.history = history;
    this.world = history.world;
  }

  void pass() {
    for (var item : history.ledger.items) if (item.id != null) judge(item);
    var open = count("select count(*) from delivery_attempt where result is null");
    if (open > 0) lost(open + " attempts without an end");
    var untold = count("select count(*) from delivery_delivery where tell_at is not null");
    if (untold > 0) lost(untold + " deliveries nobody was told of");
  }

  private void judge(Item item) {
    var delivery = delivery(item);
    switch (delivery.standing()) {
      case Standing.Scheduled _, Standing.Submitting _, Standing.InDoubt _ ->
          lost(item + " is left " + delivery.standing());
      case Standing.Held(var hold) when hold == Hold.TURN -> {
        if (delivery(Objects.requireNonNull(item.after)).state() == DeliveryState.DELIVERED)
          lost(item + " waits for what is out");
      }
      case Standing.Held _, Standing.Undecided _ -> { }
      case Standing.Accepted _, Standing.Confirmed _ -> {
        // What is gone already counts as deleted.
        if (item.accepted.isEmpty() && !item.isDeletion()) lost(item + " is said to be out, and is not");
        var post = item.post;
        if (delivery.standing() instanceof Standing.Confirmed(String id, var _) && post != null
            && !post.id().equals(id)) lost(item + " is said to be " + id);
      }
      case Standing.Refused _, Standing.Cancelled _, Standing.Skipped _ -> {
        if (item.isMessage() && !item.accepted.isEmpty())
          lost(item + " is out, and said to be " + delivery.standing());
      }
    }
    var told = world.rooms().told.get(item.id());
    if (delivery.state().isFinal() && told != delivery.state())
      lost(item + " is " + delivery.state() + ", told as " + told);
  }

  private void lost(String what) {
    history.ledger.wrong(Wrong.LOST, what);
  }

  private Delivery delivery(Item item) {
    return within(() -> world.deliveries().delivery(history.brand().id(), item.id()));
  }

  private int count(String sql) {
    return within(() -> world.jdbc().sql(sql).query(Integer.class).single());
  }

  private <T> T within(Supplier<T> work) {
    return world.scope().within(history.brand().id().value(), work);
  }
}

package fr.palabre.inbox;

import fr.palabre.network.Inbound;
import fr.palabre.network.InboundReceived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes in what happened on the networks. Told the same thing twice, it changes nothing. */
@Component
class InboundListener {
  private final Hearing hearing;
  private final Afterwards afterwards;

  InboundListener(Hearing hearing, Afterwards afterwards) {
    this.hearing = hearing;
    this.afterwards = afterwards;
  }

  @EventListener
  void on(InboundReceived e) {
    switch (e.inbound()) {
      case Inbound.Message m -> hearing.message(e, m);
      case Inbound.MessageChanged c -> afterwards.changed(e, c);
      case Inbound.MessageDeleted d -> afterwards.deleted(e, d);
      case Inbound.Reaction r -> afterwards.reaction(e, r);
    }
  }
}

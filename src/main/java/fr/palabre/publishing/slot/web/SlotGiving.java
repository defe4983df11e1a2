package fr.palabre.publishing.slot.web;

import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.NextSlots;
import fr.palabre.identity.Member;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Toast;
import fr.palabre.publishing.WallClock;
import fr.palabre.publishing.slot.Placement;
import fr.palabre.publishing.slot.Placing;
import fr.palabre.publishing.slot.QueueId;
import fr.palabre.publishing.slot.QueueMovedOn;
import fr.palabre.publishing.slot.SlotQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the next slot from any page, and says what came of it. */
@Component
class SlotGiving implements NextSlots {
  private final Placing placing;

  SlotGiving(Placing placing) {
    this.placing = placing;
  }

  @Override
  public Toast add(Member me, ContentId content, @Nullable UUID queue, Page page) {
    try {
      return said(placing.add(me, content, queue == null ? null : new QueueId(queue)), page);
    } catch (QueueMovedOn left) {
      return Toast.failed(page.t("slots.refused.QUEUE_CLOSED"));
    }
  }

  private static Toast said(Placement placement, Page page) {
    return switch (placement) {
      case Placement.Placed(SlotQueue queue, WallClock when) ->
          Toast.done(page.t("slots.placed", queue.name(), QueueViews.said(when, page)));
      case Placement.Held(SlotQueue queue) -> Toast.done(page.t("slots.held", queue.name()));
      case Placement.Refused(Placement.Reason reason) ->
          Toast.failed(page.t("slots.refused." + reason));
    };
  }
}

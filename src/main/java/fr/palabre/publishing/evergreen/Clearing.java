package fr.palabre.publishing.evergreen;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentShelf;
import fr.palabre.editorial.Contents;
import fr.palabre.identity.Member;
import java.time.Clock;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Takes back copies that have not left yet; what somebody touched stays as they left it. */
@Component
class Clearing {
  private final ComebackStore comebacks;
  private final Contents contents;
  private final ContentShelf shelf;
  private final Clock clock;

  Clearing(ComebackStore comebacks, Contents contents, ContentShelf shelf, Clock clock) {
    this.comebacks = comebacks;
    this.contents = contents;
    this.shelf = shelf;
    this.clock = clock;
  }

  void clear(Member me, EvergreenId queue, Predicate<Comeback> which) {
    for (var made : comebacks.around(me.workspaceId(), queue))
      if (made.queue().equals(queue) && which.test(made) && removed(me, made))
        comebacks.forget(me.workspaceId(), made);
  }

  private boolean removed(Member me, Comeback made) {
    if (made.copy() == null) return false;
    var content = contents.find(me.workspaceId(), made.copy()).orElse(null);
    return content != null && content.isOpen() && isUntouched(content, made)
        && shelf.delete(me, content.id());
  }

  private boolean isUntouched(Content content, Comeback made) {
    var planned = content.planned();
    return content.hash().equals(made.hash()) && planned != null
        && planned.local().equals(made.at()) && planned.at().isAfter(clock.instant());
  }
}

package fr.palabre.editorial.caution;

import fr.palabre.editorial.Adaptation;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Likeness;
import fr.palabre.editorial.caution.Neighbours.Wish;
import fr.palabre.identity.WorkspaceId;
import java.time.LocalDateTime;
import org.springframework.stereotype.Component;

/** The warning that a writer reads, asked where no writer is at hand. */
@Component
class SaidNear implements Likeness {
  private final Neighbours neighbours;
  private final Contents contents;

  SaidNear(Neighbours neighbours, Contents contents) {
    this.neighbours = neighbours;
    this.contents = contents;
  }

  @Override
  public boolean saidNear(WorkspaceId workspace, ContentId id, LocalDateTime at) {
    var body = contents.content(workspace, id).body();
    var accounts = body.chosen().stream().map(Adaptation::account).toList();
    return CautionDesk.isTelling(body.text())
        && neighbours.alike(workspace, new Wish(id, accounts, at), body.text()).isPresent();
  }
}

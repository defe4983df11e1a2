package fr.palabre.editorial.web;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentBody;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Moving;
import fr.palabre.editorial.Proofs;
import fr.palabre.editorial.Saving;
import fr.palabre.identity.Member;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what the composer's form says, with what one of its buttons changes on the way. */
@Component
class ComposerDesk {
  private final Contents contents;
  private final Proofs proofs;
  private final Composers composers;
  private final Departures departures;

  ComposerDesk(Contents contents, Proofs proofs, Composers composers,
      Departures departures) {
    this.contents = contents;
    this.proofs = proofs;
    this.composers = composers;
    this.departures = departures;
  }

  @Transactional
  public Saving save(Member me, ContentId id, ComposerForm form,
      UnaryOperator<ContentBody> change) {
    var before = contents.find(me.workspaceId(), id)
        .orElseGet(() -> composers.blank(me, id, null));
    var typed = form.body(before.body(), proofs.accounts(me.workspaceId()));
    var saving = contents.save(me, id, form.version(), change.apply(typed), form.pageKey());
    if (!(saving instanceof Saving.Saved saved)) return saving;
    departures.answered(me, id, form.fields()::getFirst);
    return dated(me, saved, form);
  }

  // A date that may not be changes nothing; the page that answers shows the one that stands.
  private Saving dated(Member me, Saving.Saved saved, ComposerForm form) {
    if (!form.changesDate()) return saved;
    var moving = contents.plan(me, saved.content().id(), form.date());
    return new Saving.Saved(content(moving), saved.asksAgain());
  }

  private static Content content(Moving moving) {
    return switch (moving) {
      case Moving.Moved(Content content) -> content;
      case Moving.Refused(Content content, var _) -> content;
    };
  }
}

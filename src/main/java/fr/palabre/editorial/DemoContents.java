package fr.palabre.editorial;

import fr.palabre.editorial.DemoScript.Entry;
import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.identity.Workspaces;
import fr.palabre.media.Asset;
import fr.palabre.media.MediaLibrary;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.DemoPast;
import fr.palabre.network.DemoPast.PastPost;
import fr.palabre.platform.demo.DemoScene;
import fr.palabre.platform.demo.DemoStage;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The demo brand's contents: those of its past, and what it prepares for the weeks to come. */
@Component
class DemoContents implements DemoScene {
  private static final Duration WRITTEN_BEFORE = Duration.ofHours(26);
  private final DemoPast past;
  private final Contents contents;
  private final ContentStore store;
  private final AdaptationStore adaptations;
  private final Validation validation;
  private final DemoTimes times;
  private final Proofs proofs;
  private final MediaLibrary media;
  private final Workspaces workspaces;

  DemoContents(DemoPast past, Contents contents, ContentStore store,
      AdaptationStore adaptations, Validation validation, DemoTimes times, Proofs proofs,
      MediaLibrary media, Workspaces workspaces) {
    this.past = past;
    this.contents = contents;
    this.store = store;
    this.adaptations = adaptations;
    this.validation = validation;
    this.times = times;
    this.proofs = proofs;
    this.media = media;
    this.workspaces = workspaces;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public void play(DemoStage stage) {
    var workspace = new WorkspaceId(stage.tenant());
    var writer = member(stage, workspace, Role.COMMUNITY_MANAGER);
    var manager = member(stage, workspace, Role.MANAGER);
    for (var post : past.posts(workspace)) lived(stage, writer, manager, post);
    var accounts = proofs.accounts(workspace);
    int hours = 2;
    for (var entry : DemoScript.read())
      times.back(workspace, prepared(stage, writer, manager, accounts, entry),
          stage.now().minus(Duration.ofHours(hours += 3)));
  }

  /** A content of the past: written, validated and out before the demo began. */
  private void lived(DemoStage stage, Member writer, Member manager, PastPost post) {
    var id = ContentId.next();
    var workspace = writer.workspaceId();
    var adaptation = Adaptation.of(post.account());
    save(writer, id, new ContentBody(post.title(), post.text(), List.of(), "", null, "fr",
        List.of(adaptation)));
    store.plan(workspace, id,
        new Planned(LocalDateTime.ofInstant(post.at(), stage.zone()), stage.zone()));
    store.approved(workspace, id, manager.user());
    adaptations.write(workspace, adaptation.id(), new AdaptationProgress(
        AdaptationProgress.Status.PUBLISHED, post.remoteId(), post.permalink(), "", post.at()));
    store.stage(workspace, id, ContentStage.PUBLISHED);
    times.back(workspace, id, post.at().minus(WRITTEN_BEFORE));
  }

  private ContentId prepared(DemoStage stage, Member writer, Member manager,
      List<ConnectedAccount> accounts, Entry entry) {
    var id = ContentId.next();
    save(writer, id, body(writer, accounts, entry));
    var planned = entry.planned(stage.now(), stage.zone());
    if (planned != null) contents.plan(writer, id, planned);
    if (entry.stage() != ContentStage.DRAFT) validation.submit(writer, id, true);
    if (entry.stage() == ContentStage.CHANGES_REQUESTED)
      validation.askForChanges(manager, id, entry.asked());
    if (entry.stage() == ContentStage.SCHEDULED) {
      var read = contents.content(writer.workspaceId(), id).hash();
      validation.approve(manager, id, read, Validation.Departure.PLANNED);
    }
    return id;
  }

  private void save(Member writer, ContentId id, ContentBody body) {
    if (!(contents.save(writer, id, 0, body, "") instanceof Saving.Saved))
      throw new IllegalStateException("A content of the demo could not be saved");
  }

  private ContentBody body(Member writer, List<ConnectedAccount> accounts, Entry entry) {
    var images = media.page(writer.workspaceId(), "", null, 20).stream()
        .filter(a -> a.fileName().equals(entry.image() + ".jpg"))
        .map(DemoContents::image).toList();
    return new ContentBody(entry.title(), entry.text(), images, "", null, "fr",
        accounts.stream().map(a -> Adaptation.of(a.id())).toList());
  }

  private static ContentImage image(Asset asset) {
    return new ContentImage(asset.id(), asset.sha256(), asset.altText());
  }

  private Member member(DemoStage stage, WorkspaceId id, Role role) {
    var person = stage.person(role.name());
    return new Member(new UserId(person.id()), person.name(), workspaces.workspace(id), role,
        role.permissions(), Locale.FRENCH, "auto");
  }
}

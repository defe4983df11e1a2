package fr.palabre.media.demo;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.identity.Workspaces;
import fr.palabre.media.MediaLibrary;
import fr.palabre.media.Upload;
import fr.palabre.platform.demo.DemoScene;
import fr.palabre.platform.demo.DemoStage;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Four pictures for the demo brand; one still waits for its words. */
@Component
class DemoLibrary implements DemoScene {
  private final MediaLibrary library;
  private final Workspaces workspaces;

  DemoLibrary(MediaLibrary library, Workspaces workspaces) {
    this.library = library;
    this.workspaces = workspaces;
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public void play(DemoStage stage) {
    var designer = stage.person(Role.DESIGNER.name());
    var workspace = workspaces.workspace(new WorkspaceId(stage.tenant()));
    var me = new Member(new UserId(designer.id()), designer.name(), workspace, Role.DESIGNER,
        Role.DESIGNER.permissions(), Locale.FRENCH, "auto");
    add(me, "levain.jpg", Sketch.jar(), "");
    add(me, "vitrine.jpg", Sketch.shopFront(),
        "La vitrine du fournil : trois étagères de miches derrière la vitre, sous un store rayé.");
    add(me, "four.jpg", Sketch.oven(),
        "La bouche du four à bois, rougeoyante, avec deux miches qui cuisent.");
    add(me, "seigle.jpg", Sketch.loaves(),
        "Trois miches de seigle farinées, côte à côte sur une planche.");
  }

  private void add(Member me, String name, byte[] drawing, String shows) {
    var upload = library.add(me.workspaceId(), me.user(), name, drawing);
    if (!(upload instanceof Upload.Added added)) throw new IllegalStateException(name);
    if (!shows.isEmpty()) library.describe(me, added.asset().id(), shows);
  }
}

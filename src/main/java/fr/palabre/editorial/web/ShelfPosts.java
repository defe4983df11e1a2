package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentShelf;
import fr.palabre.editorial.Contents;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Copying, cancelling, deleting contents, and taking it back. */
@Controller
@RequestMapping("/{brand}/contenus/{id}")
@Requires(Permission.CONTENT_WRITE)
class ShelfPosts {
  private final ContentShelf shelf;
  private final Contents contents;
  private final Pages pages;
  private final Toasts toasts;

  ShelfPosts(ContentShelf shelf, Contents contents, Pages pages, Toasts toasts) {
    this.shelf = shelf;
    this.contents = contents;
    this.pages = pages;
    this.toasts = toasts;
  }

  @PostMapping("/copies")
  String duplicate(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    var copy = shelf.duplicate(me, here(me, id));
    return told(request, response, "contenus/" + copy, "editorial.done.duplicated", null);
  }

  @PostMapping("/annulation")
  String cancel(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    var cancelled = shelf.cancel(me, here(me, id));
    return told(request, response, "contenus/" + id,
        cancelled ? "editorial.done.cancelled" : "editorial.tooLate", null);
  }

  @PostMapping("/reprise")
  String reopen(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    shelf.reopen(me, here(me, id));
    return told(request, response, "contenus/" + id, "editorial.done.reopened", null);
  }

  @PostMapping("/suppression")
  String delete(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    if (!shelf.delete(me, here(me, id)))
      return told(request, response, "contenus/" + id, "editorial.tooLate", null);
    return told(request, response, "contenus", "editorial.done.deleted",
        "contenus/" + id + "/retablissement");
  }

  @PostMapping("/retablissement")
  String restore(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    try {
      shelf.restore(me, new ContentId(id));
    } catch (NoSuchElementException e) {
      throw ComposerAnswers.notFound();
    }
    return told(request, response, "contenus/" + id, "editorial.done.restored", null);
  }

  private ContentId here(Member me, UUID id) {
    return contents.find(me.workspaceId(), new ContentId(id))
        .orElseThrow(ComposerAnswers::notFound).id();
  }

  private String told(HttpServletRequest request, HttpServletResponse response, String to,
      String word, @Nullable String undo) {
    var page = pages.of(request);
    var toast = word.equals("editorial.tooLate") ? Toast.failed(page.t(word))
        : Toast.done(page.t(word));
    toasts.tell(request, response, undo == null ? toast : toast.undoneBy(page.to(undo)));
    return "redirect:" + page.to(to);
  }
}

package fr.palabre.editorial.web;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentVersion;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Proofs;
import fr.palabre.editorial.Saving;
import fr.palabre.identity.Colleagues;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.identity.UserId;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a content said before, and what lost a conflict: compared, and taken up again. */
@Controller
@RequestMapping("/{brand}/contenus/{id}/versions")
class VersionPages {
  private final Contents contents;
  private final Proofs proofs;
  private final Colleagues colleagues;
  private final Pages pages;
  private final Toasts toasts;

  VersionPages(Contents contents, Proofs proofs, Colleagues colleagues, Pages pages,
      Toasts toasts) {
    this.contents = contents;
    this.proofs = proofs;
    this.colleagues = colleagues;
    this.pages = pages;
    this.toasts = toasts;
  }

  @GetMapping
  @Requires(Permission.CONTENT_READ)
  String versions(Member me, @PathVariable UUID id, Model model) {
    var content = content(me, id);
    var versions = contents.versions(me.workspaceId(), content.id());
    var names = names(versions.stream().map(ContentVersion::by));
    model.addAttribute("content", content);
    model.addAttribute("versions", versions.stream()
        .map(v -> new VersionLine(v, v.by() == null ? "" : names.getOrDefault(v.by(), ""),
            v.body().equals(content.body())))
        .toList());
    return "editorial/versions";
  }

  /** A version beside the content as it stands. */
  @GetMapping("/{version}")
  @Requires(Permission.CONTENT_READ)
  String compare(Member me, @PathVariable UUID id, @PathVariable UUID version, Model model) {
    var content = content(me, id);
    var other = version(me, content, version);
    var names = names(Stream.of(other.by(), content.updatedBy()));
    model.addAttribute("content", content);
    model.addAttribute("version", new VersionLine(other,
        other.by() == null ? "" : names.getOrDefault(other.by(), ""), false));
    model.addAttribute("changes",
        Changes.between(content.body(), other.body(), proofs.accounts(me.workspaceId())));
    model.addAttribute("who",
        content.updatedBy() == null ? "" : names.getOrDefault(content.updatedBy(), ""));
    return "editorial/compare";
  }

  @PostMapping("/{version}")
  @Requires(Permission.CONTENT_WRITE)
  String takeUp(Member me, @PathVariable UUID id, @PathVariable UUID version,
      HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    var content = content(me, id);
    var body = version(me, content, version).body();
    var saving = contents.save(me, content.id(), content.version(), body, "");
    var toast = saving instanceof Saving.Saved ? Toast.done(page.t("editorial.done.takenUp"))
        : Toast.failed(page.t("editorial.tooLate"));
    toasts.tell(request, response, toast);
    return "redirect:" + page.to("contenus/" + id + "?modifier");
  }

  private Content content(Member me, UUID id) {
    return contents.find(me.workspaceId(), new ContentId(id))
        .orElseThrow(ComposerAnswers::notFound);
  }

  private ContentVersion version(Member me, Content content, UUID version) {
    try {
      return contents.version(me.workspaceId(), content.id(), version);
    } catch (NoSuchElementException e) {
      throw ComposerAnswers.notFound();
    }
  }

  private Map<UserId, String> names(Stream<UserId> people) {
    return colleagues.names(people.filter(Objects::nonNull).collect(Collectors.toSet()));
  }
}

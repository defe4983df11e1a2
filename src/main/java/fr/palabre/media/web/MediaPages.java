package fr.palabre.media.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.media.Asset;
import fr.palabre.media.AssetId;
import fr.palabre.media.MediaLibrary;
import fr.palabre.media.Upload;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The library: what there is, what it shows, where it is used. */
@Controller
@RequestMapping("/{brand}/medias")
class MediaPages {
  private static final int PAGE = 48;
  private final MediaLibrary library;
  private final Pages pages;
  private final Toasts toasts;

  MediaPages(MediaLibrary library, Pages pages, Toasts toasts) {
    this.library = library;
    this.pages = pages;
    this.toasts = toasts;
  }

  @GetMapping
  @Requires(Permission.CONTENT_READ)
  String list(Member me, @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable UUID apres, Model model) {
    var after = apres == null ? null : new AssetId(apres);
    var found = library.page(me.workspaceId(), q.strip(), after, PAGE + 1);
    var shown = found.stream().limit(PAGE).toList();
    model.addAttribute("assets", shown);
    model.addAttribute("words", q.strip());
    model.addAttribute("next", found.size() > PAGE ? shown.getLast().id().toString() : null);
    model.addAttribute("first", apres == null);
    return "media/list";
  }

  @GetMapping("/{id}")
  @Requires(Permission.CONTENT_READ)
  String show(Member me, @PathVariable UUID id, Model model) {
    var asset = asset(me, id);
    model.addAttribute("asset", asset);
    model.addAttribute("uses", library.uses(me.workspaceId(), asset.id()));
    return "media/asset";
  }

  @PostMapping
  @Requires(Permission.MEDIA_WRITE)
  String add(Member me, @RequestParam(required = false) @Nullable List<MultipartFile> fichiers,
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    var page = pages.of(request);
    int added = 0;
    var toast = Toast.failed(page.t("media.refused.EMPTY"));
    for (var file : Objects.requireNonNullElse(fichiers, List.<MultipartFile>of())) {
      var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      switch (library.add(me.workspaceId(), me.user(), name, file.getBytes())) {
        case Upload.Added _ -> toast = Toast.done(page.count("media.done.added", ++added));
        case Upload.Refused(Upload.Reason reason) ->
            toast = Toast.failed(page.t("media.refused." + reason));
      }
    }
    toasts.tell(request, response, toast);
    return "redirect:" + page.to("medias");
  }

  @PostMapping("/{id}/description")
  @Requires(Permission.MEDIA_WRITE)
  String describe(Member me, @PathVariable UUID id, @RequestParam(defaultValue = "") String alt,
      HttpServletRequest request, HttpServletResponse response) {
    library.describe(me, asset(me, id).id(), alt);
    var page = pages.of(request);
    toasts.tell(request, response, Toast.done(page.t("media.done.described")));
    return "redirect:" + page.to("medias/" + id);
  }

  @PostMapping("/{id}/suppression")
  @Requires(Permission.MEDIA_WRITE)
  String remove(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    var page = pages.of(request);
    var removed = library.remove(me, asset(me, id).id());
    toasts.tell(request, response, removed ? Toast.done(page.t("media.done.removed"))
        : Toast.failed(page.t("media.remove.used")));
    return "redirect:" + page.to(removed ? "medias" : "medias/" + id);
  }

  private Asset asset(Member me, UUID id) {
    return library.find(me.workspaceId(), new AssetId(id))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

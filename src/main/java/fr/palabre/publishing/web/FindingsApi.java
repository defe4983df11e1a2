package fr.palabre.publishing.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.PostState;
import fr.palabre.publishing.Publication;
import fr.palabre.publishing.ScheduledPost;
import fr.palabre.publishing.preflight.Finding;
import fr.palabre.publishing.preflight.PreflightRound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stands in the way of posts that wait, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Publishing")
class FindingsApi {
  private static final int MOST = 500;
  private final PreflightRound preflight;
  private final Publication publication;
  private final AccountMarks marks;
  private final Pages pages;

  FindingsApi(PreflightRound preflight, Publication publication, AccountMarks marks,
      Pages pages) {
    this.preflight = preflight;
    this.publication = publication;
    this.marks = marks;
    this.pages = pages;
  }

  @GetMapping("/findings")
  @Operation(operationId = "listFindings",
      summary = "What stands in the way of posts that wait, the soonest post first",
      description = "The first 500.")
  Slice<FindingSheet> all(Member me, HttpServletRequest request) {
    var page = pages.of(request);
    var found = preflight.findings(me.workspaceId(), MOST);
    var ids = found.keySet().stream().map(PostId::value).toList();
    return Slice.whole(publication.among(me.workspaceId(), ids).stream()
        .sorted(Comparator.comparing(ScheduledPost::due))
        .flatMap(post -> sheets(post, found.getOrDefault(post.id(), List.of()), page).stream())
        .toList());
  }

  @GetMapping("/posts/{id}/findings")
  @Operation(operationId = "listPostFindings", summary = "What stands in the way of a post")
  Slice<FindingSheet> of(Member me, @PathVariable UUID id, HttpServletRequest request) {
    var post = publication.post(me.workspaceId(), new PostId(id));
    return Slice.whole(sheets(post, preflight.findings(me.workspaceId(), post.id()),
        pages.of(request)));
  }

  @PostMapping("/posts/{id}/check")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "checkPost", summary = "Look a post over once more",
      description = "It is looked over by itself when planned, a day and an hour before.")
  Slice<FindingSheet> check(Member me, @PathVariable UUID id, HttpServletRequest request) {
    var post = publication.post(me.workspaceId(), new PostId(id));
    if (post.state() != PostState.WAITING) throw Refusal.conflict("already-out", Map.of());
    preflight.again(me.workspaceId(), post.id());
    return of(me, id, request);
  }

  private List<FindingSheet> sheets(ScheduledPost post, List<Finding> findings, Page page) {
    var network = marks.mark(post.workspace(), post.account()).networkName();
    return findings.stream().map(f -> new FindingSheet(post.id().value(), f.kind(), f.detail(),
        CheckRows.words(f, network, page))).toList();
  }

  /** Something that stands in the way of a post. */
  @Schema(name = "Finding")
  public record FindingSheet(
      @Schema(example = "019ab0de-0000-7000-8000-000000000070") UUID postId,
      @Schema(example = "LINK") Finding.Kind kind,
      @Schema(description = "Which, where there may be several; may be empty.",
          example = "https://fournil.example/carte") String detail,
      @Schema(description = "What it is and what to do, in the caller's language.",
          example = "Un lien ne répond pas.") String text) {}
}

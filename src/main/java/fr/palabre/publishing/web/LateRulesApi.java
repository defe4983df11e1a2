package fr.palabre.publishing.web;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Moving;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.publishing.LateChoice;
import fr.palabre.publishing.LateChoices;
import fr.palabre.publishing.LatePolicy;
import fr.palabre.publishing.LateRule.Then;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How late posts may still go out, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Publishing")
class LateRulesApi {
  private final LatePolicy policy;
  private final LateChoices choices;
  private final Contents contents;

  LateRulesApi(LatePolicy policy, LateChoices choices, Contents contents) {
    this.policy = policy;
    this.choices = choices;
    this.contents = contents;
  }

  @GetMapping("/late-rule")
  @Operation(operationId = "getLateRule", summary = "How late the brand's posts may go out")
  ResponseEntity<LateRuleSheet> rule(Member me) {
    var rule = LateRuleSheet.of(policy.of(me.workspaceId()));
    return ResponseEntity.ok().eTag(Etag.of(rule).value()).body(rule);
  }

  @PutMapping("/late-rule")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "replaceLateRule", summary = "Say how late the brand's posts may go out",
      description = "Holds for what is planned from now on.")
  ResponseEntity<LateRuleSheet> change(Member me,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody LateRuleSheet wish) {
    Etag.of(LateRuleSheet.of(policy.of(me.workspaceId()))).require(ifMatch);
    policy.change(me, wish.rule());
    return rule(me);
  }

  @GetMapping("/contents/{id}/late-rule")
  @Operation(operationId = "getContentLateRule",
      summary = "What was chosen for one content; what is absent follows the brand")
  ResponseEntity<Choice> choice(Member me, @PathVariable UUID id) {
    var choice = Choice.of(choices.of(me.workspaceId(), content(me, id).id()));
    return ResponseEntity.ok().eTag(Etag.of(choice).value()).body(choice);
  }

  @PutMapping("/contents/{id}/late-rule")
  @Requires(Permission.CONTENT_WRITE)
  @Operation(operationId = "replaceContentLateRule", summary = "Choose for one content",
      description = "Once it waits on the schedule, that takes the right to publish.")
  ResponseEntity<Choice> choose(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Choice wish) {
    var content = content(me, id);
    Etag.of(Choice.of(choices.of(me.workspaceId(), content.id()))).require(ifMatch);
    if (!content.isOpen()) throw Refusal.conflict("already-out", Map.of());
    choices.choose(me, content.id(), wish.choice());
    if (!choices.of(me.workspaceId(), content.id()).equals(wish.choice()))
      throw Refusal.forbidden(Moving.Reason.NOT_ALLOWED);
    return choice(me, id);
  }

  private Content content(Member me, UUID id) {
    return contents.content(me.workspaceId(), new ContentId(id));
  }

  /** What is chosen for one content. */
  @Schema(name = "LateChoice")
  public record Choice(
      @Schema(example = "30") @Min(0) @Max(LateRuleSheet.MOST) @Nullable Integer minutes,
      @Schema(example = "SKIP") @Nullable Then then) {

    static Choice of(LateChoice c) {
      var atMost = c.atMost();
      return new Choice(atMost == null ? null : (int) atMost.toMinutes(), c.then());
    }

    LateChoice choice() {
      return new LateChoice(minutes == null ? null : Duration.ofMinutes(minutes), then);
    }
  }
}

package fr.palabre.delivery.web;

import fr.palabre.delivery.Freeze;
import fr.palabre.delivery.FreezeScope;
import fr.palabre.delivery.Freezes;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stops all that goes out, and starts it again, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/freezes")
@Requires(Permission.FREEZE)
@Tag(name = "Publishing")
class FreezesApi {
  private final Freezes freezes;
  private final Accounts accounts;

  FreezesApi(Freezes freezes, Accounts accounts) {
    this.freezes = freezes;
    this.accounts = accounts;
  }

  @GetMapping
  @Operation(operationId = "listFreezes", summary = "What is stopped now, the brand first")
  Slice<Stop> list(Member me) {
    return Slice.whole(freezes.active(me.workspaceId()).stream().map(f -> stop(me, f)).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "freeze", summary = "Stop an account, or the whole brand",
      description = "Deletions still pass. What had begun cannot be called back: `begun` counts"
          + " it.")
  Stopped freeze(Member me, @Valid @RequestBody NewStop wished) {
    var id = wished.accountId();
    var scope = id == null ? new FreezeScope.Brand()
        : new FreezeScope.Account(
            accounts.account(me.workspaceId(), new AccountId(id)).id());
    return new Stopped(freezes.freeze(me, scope, wished.reason().strip()));
  }

  @DeleteMapping("/{id}")
  @Operation(operationId = "thaw", summary = "Start again what was stopped",
      description = "What became due meanwhile waits for a person's word: `held` counts it.")
  Thawed thaw(Member me, @PathVariable UUID id) {
    if (freezes.active(me.workspaceId()).stream().noneMatch(f -> f.id().equals(id)))
      throw new NoSuchElementException("No freeze " + id);
    return new Thawed(freezes.thaw(me, id));
  }

  private static Stop stop(Member me, Freeze f) {
    var account = f.account();
    return new Stop(f.id(), account == null ? null : account.value(), f.reason(), f.by().value(),
        f.since().atZone(me.zone()).toOffsetDateTime());
  }

  /** Something that is stopped. */
  @Schema(name = "Freeze")
  public record Stop(
      @Schema(example = "019ab0de-0000-7000-8000-000000000030") UUID id,
      @Schema(description = "The account; absent for the whole brand.",
          example = "019ab0de-0000-7000-8000-000000000002") @Nullable UUID accountId,
      @Schema(example = "Deuil national") String reason,
      @Schema(example = "019ab0de-0000-7000-8000-000000000003") UUID by,
      @Schema(example = "2026-11-23T10:00:00+01:00") OffsetDateTime since) {}

  /** What to stop. */
  @Schema(name = "NewFreeze")
  public record NewStop(
      @Schema(description = "Left out for the whole brand.",
          example = "019ab0de-0000-7000-8000-000000000002") @Nullable UUID accountId,
      @Schema(example = "Deuil national") @NotBlank @Size(max = 300) String reason) {}

  /** How far stopping came too late. */
  @Schema(name = "FreezeResult")
  public record Stopped(@Schema(example = "0") int begun) {}

  /** What waits for a word. */
  @Schema(name = "ThawResult")
  public record Thawed(@Schema(example = "2") int held) {}
}

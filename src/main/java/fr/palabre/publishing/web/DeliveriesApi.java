package fr.palabre.publishing.web;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryBoard;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.delivery.OpenDelivery;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import fr.palabre.publishing.web.Deciding.Decision;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Acts that do not go on by themselves, and a person's word on them, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/deliveries")
@Requires(Permission.PUBLISH)
@Tag(name = "Publishing")
class DeliveriesApi {
  private static final int SHOWN = 200;
  private final DeliveryBoard board;
  private final Deciding deciding;

  DeliveriesApi(DeliveryBoard board, Deciding deciding) {
    this.board = board;
    this.deciding = deciding;
  }

  @GetMapping
  @Operation(operationId = "listStoppedDeliveries",
      summary = "What was begun, is held, refused or in doubt, the longest due first",
      description = "The first 200.")
  Slice<DeliverySheet> stopped(Member me) {
    return Slice.whole(board.stopped(me.workspaceId(), SHOWN).stream()
        .map(OpenDelivery::delivery)
        .filter(d -> Deciding.mayDecide(me, d))
        .map(d -> DeliverySheet.of(d, me.zone())).toList());
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getDelivery", summary = "One act towards a network")
  ResponseEntity<DeliverySheet> get(Member me, @PathVariable UUID id) {
    return answer(me, deciding.delivery(me, new DeliveryId(id)));
  }

  @PostMapping("/{id}/decisions")
  @Operation(operationId = "decideDelivery", summary = "Decide what becomes of an act",
      description = """
          - `WENT_OUT`, `NOT_SENT`: settles an unknown outcome. Look at the network first: NOT_SENT
            sends it again.
          - `RETRY`, `LIGHTEN`: tries again what was refused, as it is or with lighter images.
          - `RELEASE`: sends at once what was held, however late.
          - `DROP`: gives up, with all that would have come after it.""")
  ResponseEntity<DeliverySheet> decide(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Word word) {
    var delivery = deciding.delivery(me, new DeliveryId(id));
    DeliverySheet.etag(delivery).require(ifMatch);
    if (!deciding.decide(me, delivery, word.decision()))
      throw Refusal.conflict("not-decidable", Map.of());
    return answer(me, deciding.delivery(me, delivery.id()));
  }

  private static ResponseEntity<DeliverySheet> answer(Member me, Delivery d) {
    return ResponseEntity.ok().eTag(DeliverySheet.etag(d).value())
        .body(DeliverySheet.of(d, me.zone()));
  }

  /** A person's word. */
  @Schema(name = "DeliveryDecision")
  public record Word(@Schema(example = "WENT_OUT") @NotNull Decision decision) {}
}

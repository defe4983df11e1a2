package fr.palabre.delivery.rows;

import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;
import static fr.palabre.platform.db.Sql.uuidOrNull;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.delivery.DeliverySubject;
import fr.palabre.delivery.Standing;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.DeliveryOutcome;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Reads a row of {@code delivery_delivery}. */
@Component
public class DeliveryRows {
  private final ActRows acts;

  DeliveryRows(ActRows acts) {
    this.acts = acts;
  }

  public Delivery read(ResultSet row) throws SQLException {
    var after = uuidOrNull(row, "after_id");
    var by = uuidOrNull(row, "asked_by");
    return new Delivery(
        new DeliveryId(uuid(row, "id")),
        new WorkspaceId(uuid(row, "workspace_id")),
        new AccountId(uuid(row, "account_id")),
        acts.read(row.getString("act"), row.getString("target_id"), row.getString("draft")),
        new DeliverySubject(row.getString("subject_kind"), uuid(row, "subject_id")),
        standing(row),
        instant(row, "not_before"),
        instantOrNull(row, "not_after"),
        row.getBoolean("skips_late"),
        after == null ? null : new DeliveryId(after),
        by == null ? null : new UserId(by),
        instant(row, "created_at"),
        row.getInt("attempts"));
  }

  public static Standing standing(ResultSet row) throws SQLException {
    return switch (row.getString("standing")) {
      case "SCHEDULED" -> new Standing.Scheduled(instant(row, "next_at"),
          Standing.Because.valueOf(row.getString("why")));
      case "HELD" -> new Standing.Held(Standing.Hold.valueOf(row.getString("why")));
      case "SUBMITTING" -> new Standing.Submitting(instant(row, "submitted_at"));
      case "IN_DOUBT" -> new Standing.InDoubt(instant(row, "submitted_at"),
          row.getInt("readings"), instant(row, "next_at"));
      case "UNDECIDED" -> new Standing.Undecided(instant(row, "submitted_at"));
      case "ACCEPTED" -> new Standing.Accepted(row.getString("remote_id"));
      case "CONFIRMED" -> new Standing.Confirmed(
          Objects.requireNonNull(row.getString("remote_id")),
          URI.create(row.getString("permalink")));
      case "REFUSED" -> new Standing.Refused(new DeliveryOutcome.Rejected(
          DeliveryOutcome.Reason.valueOf(row.getString("reason")),
          row.getString("remote_code"), row.getString("remote_message")));
      case "CANCELLED" -> new Standing.Cancelled();
      case "SKIPPED" -> new Standing.Skipped();
      default -> throw new IllegalStateException("No standing " + row.getString("standing"));
    };
  }
}

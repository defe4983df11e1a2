package fr.palabre.editorial;

import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Limits;
import fr.palabre.network.NetworkConnector;
import fr.palabre.network.PostDraft;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A content as it would go out now, account by account, and what stands in its way. */
public record Proof(List<Sheet> sheets, List<Check> checks) {

  /**
   * What one account would send.
   *
   * @param portrait address of its picture in this house; null for its initials
   */
  public record Sheet(
      ConnectedAccount account,
      @Nullable String portrait,
      NetworkConnector network,
      Limits limits,
      Adaptation adaptation,
      List<ContentImage> images,
      List<PostDraft> parts,
      @Nullable PostDraft firstReply) {

    public boolean isThread() {
      return parts.size() > 1;
    }
  }

  public List<Check> blocking() {
    return checks.stream().filter(c -> c.kind().isBlocking()).toList();
  }

  public boolean isSound() {
    return blocking().isEmpty();
  }

  public Optional<Check> find(Check.Kind kind) {
    return checks.stream().filter(c -> c.kind() == kind).findFirst();
  }
}

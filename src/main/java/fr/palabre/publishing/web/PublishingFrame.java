package fr.palabre.publishing.web;

import fr.palabre.delivery.DeliveryBoard;
import fr.palabre.delivery.DeliveryPulse;
import fr.palabre.delivery.Freeze;
import fr.palabre.delivery.Freezes;
import fr.palabre.identity.Colleagues;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.db.RowScope;
import fr.palabre.platform.web.HealthLight;
import fr.palabre.platform.web.MenuEntry;
import fr.palabre.platform.web.StandingNotice;
import fr.palabre.platform.web.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What every page shows of what goes out: its place in the menu, its light, a freeze. */
@Component
class PublishingFrame implements MenuEntry, HealthLight, StandingNotice.Source {
  private static final String PATH = "publication";
  private static final String KNOWN = PublishingFrame.class.getName();
  private final DeliveryBoard board;
  private final Freezes freezes;
  private final Colleagues colleagues;
  private final RowScope scope;
  private final Clock clock;

  PublishingFrame(DeliveryBoard board, Freezes freezes, Colleagues colleagues, RowScope scope,
      Clock clock) {
    this.board = board;
    this.freezes = freezes;
    this.colleagues = colleagues;
    this.scope = scope;
    this.clock = clock;
  }

  @Override
  public Group group() {
    return Group.PREPARE;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String label() {
    return "publishing.title";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "send";
  }

  @Override
  public String permission() {
    return "CONTENT_READ";
  }

  @Override
  public int waiting(Viewer viewer) {
    return pulse(viewer).forSomebody();
  }

  @Override
  public Light light(Viewer viewer) {
    var pulse = pulse(viewer);
    if (pulse.overdue() > 0) return new Light(State.BROKEN, "publishing.light.overdue", PATH);
    if (pulse.forSomebody() > 0) return new Light(State.ATTENTION, "publishing.light.waits", PATH);
    if (pulse.frozen()) return new Light(State.ATTENTION, "publishing.light.frozen", PATH);
    return new Light(State.OK, "publishing.light.ok", PATH);
  }

  @Override
  public List<StandingNotice> now(Viewer viewer) {
    if (!pulse(viewer).frozen()) return List.of();
    var workspace = workspace(viewer);
    return scope.within(workspace.value(), () -> freezes.active(workspace)).stream()
        .map(this::notice).limit(1).toList();
  }

  private StandingNotice notice(Freeze freeze) {
    var who = colleagues.names(List.of(freeze.by())).getOrDefault(freeze.by(), "");
    return new StandingNotice("calm", "freeze",
        freeze.account() == null ? "publishing.notice.brand" : "publishing.notice.account",
        List.of(who, freeze.reason()), PATH, "publishing.notice.act");
  }

  // Menu, light and notice of one page share one query.
  private DeliveryPulse pulse(Viewer viewer) {
    var request = RequestContextHolder.getRequestAttributes();
    var known = request == null ? null : known(request);
    if (known != null) return known;
    var workspace = workspace(viewer);
    var pulse = scope.within(workspace.value(), () -> board.pulse(workspace, clock.instant()));
    if (request != null)
      request.setAttribute(KNOWN, pulse, RequestAttributes.SCOPE_REQUEST);
    return pulse;
  }

  private static @Nullable DeliveryPulse known(RequestAttributes request) {
    return (DeliveryPulse) request.getAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST);
  }

  private static WorkspaceId workspace(Viewer viewer) {
    return new WorkspaceId(Objects.requireNonNull(viewer.tenant()));
  }
}

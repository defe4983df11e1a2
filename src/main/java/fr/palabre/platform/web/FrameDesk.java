package fr.palabre.platform.web;

import fr.palabre.platform.db.Remembered;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Asks the rooms what the frame around a page shows. */
@Component
class FrameDesk {
  private final Remembered remembered;
  // Asked for late: modules that implement these may need the floor first.
  private final SingletonSupplier<List<MenuEntry>> entries;
  private final SingletonSupplier<List<HealthLight>> lights;
  private final SingletonSupplier<List<StandingNotice.Source>> notices;

  FrameDesk(Remembered remembered, ObjectProvider<MenuEntry> entries,
      ObjectProvider<HealthLight> lights, ObjectProvider<StandingNotice.Source> notices) {
    this.remembered = remembered;
    this.entries = SingletonSupplier.of(() -> entries.stream()
        .sorted(Comparator.comparing(MenuEntry::group).thenComparingInt(MenuEntry::order))
        .toList());
    this.lights = SingletonSupplier.of(() -> lights.stream().toList());
    this.notices = SingletonSupplier.of(() -> notices.stream().toList());
  }

  /** What this viewer may open, in the order of the menu. */
  List<MenuEntry> menu(@Nullable Viewer viewer) {
    if (viewer == null || viewer.tenant() == null) return List.of();
    return entries.obtain().stream().filter(e -> viewer.may(e.permission())).toList();
  }

  FrameNews news(Viewer viewer) {
    var tenant = viewer.tenant();
    return tenant == null ? ask(viewer)
        : remembered.of(tenant, new Seat(viewer.userId()), () -> ask(viewer));
  }

  private FrameNews ask(Viewer viewer) {
    var waiting = menu(viewer).stream()
        .collect(Collectors.toMap(MenuEntry::path, e -> e.waiting(viewer), Math::max));
    var light = lights.obtain().stream()
        .flatMap(l -> Stream.ofNullable(l.light(viewer)))
        .max(Comparator.comparing(HealthLight.Light::state))
        .orElse(null);
    var said = notices.obtain().stream().flatMap(s -> s.now(viewer).stream()).toList();
    return new FrameNews(waiting, light, said);
  }

  private record Seat(UUID viewer) {}
}

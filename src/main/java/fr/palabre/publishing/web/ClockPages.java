package fr.palabre.publishing.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Formats;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import fr.palabre.publishing.ClockChange;
import fr.palabre.publishing.ClockChange.Keep;
import fr.palabre.publishing.ClockChanges;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.WallClock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a choice since a zone, or its rules, changed: keep the hour, or the instant. */
@Controller
@RequestMapping("/{brand}/publication/horloge")
class ClockPages {
  private final ClockChanges changes;
  private final AccountMarks marks;
  private final Pages pages;
  private final Toasts toasts;

  ClockPages(ClockChanges changes, AccountMarks marks, Pages pages, Toasts toasts) {
    this.changes = changes;
    this.marks = marks;
    this.pages = pages;
    this.toasts = toasts;
  }

  @GetMapping
  @Requires(Permission.CONTENT_READ)
  String show(Member me, HttpServletRequest request, Model model) {
    var page = pages.of(request);
    model.addAttribute("lines", changes.waiting(me.workspaceId(), me.zone()).stream()
        .map(change -> line(me, change, page)).toList());
    return "publishing/clock";
  }

  @PostMapping
  @Requires(Permission.PUBLISH)
  String keep(Member me, @RequestParam("garder") String what,
      @RequestParam(name = "posts", defaultValue = "") List<UUID> posts,
      HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    var keep = what.equals("heure") ? Keep.HOUR : Keep.INSTANT;
    var kept = changes.keep(me, posts.stream().map(PostId::new).toList(), keep);
    toasts.tell(request, response, told(page, posts.size(), kept));
    var left = changes.any(me.workspaceId(), me.zone());
    return "redirect:" + page.to(left ? "publication/horloge" : "publication");
  }

  private static Toast told(Page page, int asked, int kept) {
    if (asked == 0) return Toast.failed(page.t("publishing.clock.none"));
    if (kept < asked) return Toast.failed(page.count("publishing.clock.some", kept));
    return Toast.done(page.count("publishing.clock.kept", kept));
  }

  private ClockLine line(Member me, ClockChange change, Page page) {
    var when = change.post().when();
    var there = new Formats(page.locale(), when.zone());
    return new ClockLine(change.post().id().value(), change.post().title(),
        marks.mark(me.workspaceId(), change.post().account()), change.accounts().size(),
        page.t("publishing.clock.planned", there.day(when.local().toLocalDate()),
            there.time(when.local().toLocalTime()), when.zone().getId()),
        outcome(change.byHour(), page),
        change.byInstant() == null ? null : outcome(change.byInstant(), page));
  }

  private static @Nullable String outcome(WallClock when, Page page) {
    return when.instant().isBefore(page.now()) ? null : page.date(when.instant());
  }
}

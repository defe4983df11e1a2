package fr.palabre.publishing.slot.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.network.AccountId;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import fr.palabre.publishing.slot.QueueId;
import fr.palabre.publishing.slot.SlotQueues;
import fr.palabre.publishing.slot.WeekSlot;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people do with queues: their names, accounts and hours. */
@Controller
@RequestMapping("/{brand}/creneaux")
@Requires(Permission.PUBLISH)
class QueuePosts {
  private static final int LONGEST = 60;
  private final SlotQueues queues;
  private final Pages pages;
  private final Toasts toasts;

  QueuePosts(SlotQueues queues, Pages pages, Toasts toasts) {
    this.queues = queues;
    this.pages = pages;
    this.toasts = toasts;
  }

  @PostMapping("/files")
  String create(Member me, @RequestParam("nom") String name,
      @RequestParam(name = "comptes", required = false, defaultValue = "") List<UUID> accounts,
      HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    var refusal = refusal(name, accounts);
    if (!refusal.isEmpty()) return failed(page, refusal, request, response);
    var made = queues.create(me, cut(name), ids(accounts));
    return made.map(q -> said(page, "slots.created", q.id().toString(), request, response))
        .orElseGet(() -> failed(page, "slots.sameName", request, response));
  }

  @PostMapping("/files/{id}")
  String change(Member me, @PathVariable UUID id, @RequestParam("nom") String name,
      @RequestParam(name = "comptes", required = false, defaultValue = "") List<UUID> accounts,
      HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    var refusal = refusal(name, accounts);
    if (!refusal.isEmpty()) return failed(page, refusal, request, response);
    return queues.change(me, new QueueId(id), cut(name), ids(accounts))
        ? said(page, "slots.changed", id.toString(), request, response)
        : failed(page, "slots.sameName", request, response);
  }

  @PostMapping("/files/{id}/suppression")
  String delete(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    queues.delete(me, new QueueId(id));
    return said(pages.of(request), "slots.deleted", "", request, response);
  }

  @PostMapping("/files/{id}/horaires")
  String add(Member me, @PathVariable UUID id, @RequestParam("heure") LocalTime at,
      @RequestParam(name = "jours", required = false, defaultValue = "") List<Integer> days,
      HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    if (days.isEmpty()) return failed(page, "slots.noDay", request, response);
    queues.add(me, new QueueId(id), days.stream().map(day -> slot(day, at)).toList());
    return said(page, "slots.hours.added", id.toString(), request, response);
  }

  @PostMapping("/files/{id}/horaires/retraits")
  String remove(Member me, @PathVariable UUID id, @RequestParam("jour") int day,
      @RequestParam("heure") LocalTime at, HttpServletRequest request,
      HttpServletResponse response) {
    queues.remove(me, new QueueId(id), slot(day, at));
    return said(pages.of(request), "slots.hours.removed", id.toString(), request, response);
  }

  /** An hour that was found to be good for an account joins its queue. */
  @PostMapping("/prises")
  String adopt(Member me, @RequestParam("compte") UUID account, @RequestParam("jour") int day,
      @RequestParam("heure") LocalTime at, HttpServletRequest request,
      HttpServletResponse response) {
    var page = pages.of(request);
    var queue = queues.adopt(me, new AccountId(account), slot(day, at));
    toasts.tell(request, response, Toast.done(page.t("slots.adopted", queue.name(),
        QueueViews.name(slot(day, at).day(), page), page.formats().time(at))));
    return "redirect:" + page.to("creneaux") + "#file-" + queue.id();
  }

  private static WeekSlot slot(int day, LocalTime at) {
    return new WeekSlot(DayOfWeek.of(Math.clamp(day, 1, 7)), at);
  }

  private static String refusal(String name, List<UUID> accounts) {
    if (name.isBlank()) return "slots.noName";
    return accounts.isEmpty() ? "slots.noAccount" : "";
  }

  private static String cut(String name) {
    var said = name.strip();
    return said.length() > LONGEST ? said.substring(0, LONGEST) : said;
  }

  private static List<AccountId> ids(List<UUID> accounts) {
    return accounts.stream().map(AccountId::new).toList();
  }

  private String said(Page page, String key, String queue, HttpServletRequest request,
      HttpServletResponse response) {
    toasts.tell(request, response, Toast.done(page.t(key)));
    return "redirect:" + page.to("creneaux") + (queue.isEmpty() ? "" : "#file-" + queue);
  }

  private String failed(Page page, String key, HttpServletRequest request,
      HttpServletResponse response) {
    toasts.tell(request, response, Toast.failed(page.t(key)));
    return "redirect:" + page.to("creneaux");
  }
}
